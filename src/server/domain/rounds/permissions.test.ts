import { describe, expect, test } from 'vitest'
import { write, type Tx } from '#server/platform/db/write.ts'
import { NotAllowed, NotFound } from '#server/platform/refusals.ts'
import { testDatabase } from '#tests/database.ts'
import { asked, askedWorld, secrets } from '#tests/round.ts'
import { newId } from '#server/platform/db/ids.ts'
import { saveDraft } from '../answers/drafts.ts'
import { submitAnswers } from '../answers/submitting.ts'
import { markLinkBounced } from '../links/bouncing.ts'
import { typeInAnswer } from '../answers/typing-in.ts'
import { sendLinkAgain, withdrawLink } from '../links/sending.ts'
import { measureFor } from '../figures/measures.ts'
import { mergeMeasure } from '../figures/merging.ts'
import { partReport } from '../highlights/joining.ts'
import { cli, type Actor } from '../people/actor.ts'
import { highlightReport } from '../reports/highlighting.ts'
import { findReading } from '../reports/reading.ts'
import { findReport } from '../reports/reports.ts'
import { reviewReport } from '../reports/reviewing.ts'
import { wordForPublic } from '../reports/wording.ts'
import { whomItAsks } from './asking.ts'
import { closeRound } from './closing.ts'
import { openRound } from './opening.ts'
import { mendAddress } from './mending.ts'
import { remindable, remindParties } from './reminding.ts'
import { beginDraftsAnew } from './drafts-anew.ts'
import { handOverRound } from './holding.ts'
import { addResponder } from './responders.ts'
import { findRound, listRounds } from './rounds.ts'

const db = await testDatabase()

type World = Awaited<ReturnType<typeof askedWorld>> & {
  report: string
  keeper: string
  measures: [string, string]
}
type Errand = (tx: Tx, actor: Actor, world: World) => Promise<unknown>

const errands: Record<string, Errand> = {
  'read the round': (tx, actor) => findRound(tx, actor, 'tillsammans', 'uppfoljning-2026'),
  'list rounds': async (tx, actor, { collaboration }) => {
    if ((await listRounds(tx, actor, collaboration)).length === 0) throw new NotFound('round')
  },
  'see whom it asks': (tx, actor, { collaboration }) => whomItAsks(tx, actor, collaboration),
  'open a round': (tx, actor, { collaboration }) =>
    openRound(tx, actor, collaboration, { ...asked, name: 'Ny' }, secrets),
  'close it': (tx, actor, { round }) => closeRound(tx, actor, round.id),
  'ask one more': (tx, actor, { partner }) =>
    addResponder(tx, actor, partner.errand.space, { name: 'Ny', mail: 'ny@bostader.example' }, secrets),
  'mail the link again': (tx, actor, { partner }) => sendLinkAgain(tx, actor, partner.errand.link, secrets),
  'mark its mail as not arrived': (tx, actor, { partner }) =>
    markLinkBounced(tx, actor, partner.errand.link, null),
  'mail a new address': (tx, actor, { partner }) =>
    mendAddress(tx, actor, partner.errand.link, { name: 'Ny', mail: 'ny@bostader.example' }, secrets),
  'see whom it would remind': (tx, actor, { round }) => remindable(tx, actor, round.id),
  'remind them': (tx, actor, { round }) => remindParties(tx, actor, round.id),
  'withdraw the link': (tx, actor, { partner }) => withdrawLink(tx, actor, partner.errand.link),
  'find what was sent in': (tx, actor, { report }) => findReport(tx, actor, report),
  'read it to judge it': (tx, actor, { round }) => findReading(tx, actor, round.id, '1'),
  accept: (tx, actor, { report }) =>
    reviewReport(tx, actor, report, { version: 1, verdict: 'accepted', note: null }),
  return: (tx, actor, { report }) =>
    reviewReport(tx, actor, report, { version: 1, verdict: 'returned', note: 'Vad?' }),
  'word it': (tx, actor, { report }) => wordForPublic(tx, actor, report, { version: 0, wording: 'Kort' }),
  'highlight it': (tx, actor, { report }) => highlightReport(tx, actor, report, false),
  'take it out of its deed': (tx, actor, { report }) => partReport(tx, actor, report),
  'hand the round over': (tx, actor, { round, keeper }) => handOverRound(tx, actor, round.id, keeper),
  'type in an answer': (tx, actor, { officer }) =>
    typeInAnswer(tx, actor, officer.errand.items[0] ?? '', {
      ...{ source: 'paper', said_by: null, on: '2026-01-02', written: { degree: 'fully' } }
    }),
  'begin drafts anew': (tx, actor, { officer }) => beginDraftsAnew(tx, actor, officer.errand.space),
  'count a measure as another': (tx, actor, { measures: [measure, into] }) =>
    mergeMeasure(tx, actor, { measure, into })
}
const all = Object.keys(errands)
const sees = ['find what was sent in']
const may: Record<keyof World['roles'] | 'partner' | 'officer', string[]> = {
  coordinator: all,
  administrator: all,
  reader: [],
  elsewhere: [],
  representative: sees,
  other: [],
  visitor: [],
  partner: [],
  officer: []
}

async function withAnswer(): Promise<World> {
  const world = await askedWorld(db)
  const { partner } = world
  const item = partner.errand.items[0] ?? ''
  const written = { degree: 'partly', done: 'Lite' }
  const { mark } = await write(db, partner, (tx) =>
    saveDraft(tx, partner, { item, mark: '', written }, secrets)
  )
  await write(db, partner, (tx) => submitAnswers(tx, partner, [{ item, mark }], secrets))
  const { id } = await db.selectFrom('report').select('id').executeTakeFirstOrThrow()
  return { ...world, report: id, ...(await withKeeper(world)) }
}

const withKeeper = ({ collaboration, roles }: Awaited<ReturnType<typeof askedWorld>>) =>
  write(db, cli, async (tx): Promise<Pick<World, 'keeper' | 'measures'>> => {
    const keeper = roles.coordinator.person?.id ?? ''
    const scope = { scope_kind: 'collaboration', scope_id: collaboration }
    await tx
      .insertInto('role_grant')
      .values({ id: newId(), person_id: keeper, role: 'coordinator', ...scope })
      .execute()
    const measures: [string, string] = [
      await measureFor(tx, collaboration, 'besök', 'sum'),
      await measureFor(tx, collaboration, 'besökare', 'sum')
    ]
    return { keeper, measures }
  })

class Undone extends Error {}

describe('of rounds and answers', () => {
  test.each(Object.entries(may))('%s may exactly this', async (role, allowed) => {
    const world = await withAnswer()
    const actor =
      role === 'partner' ? world.partner : role === 'officer' ? world.officer : world.roles[role as 'visitor']
    const done: string[] = []
    for (const [name, errand] of Object.entries(errands)) {
      const trying = write(db, actor, async (tx) => {
        await errand(tx, actor, world)
        throw new Undone()
      })
      const refusal: unknown = await trying.catch((error: unknown) => error)
      if (refusal instanceof Undone) done.push(name)
      else
        expect([NotFound, NotAllowed], `${name}: ${String(refusal)}`).toContain(
          (refusal as Error).constructor
        )
    }
    expect(done).toEqual(allowed)
  })

  test('a link does its own errand only, whoever else may', async () => {
    const { partner, officer, roles } = await withAnswer()
    const item = partner.errand.items[1] ?? ''
    const save = (actor: typeof partner) =>
      write(db, actor, (tx) => saveDraft(tx, actor, { item, mark: '', written: { done: 'x' } }, secrets))
    await expect(save(officer)).rejects.toThrow(NotFound)
    const forged = { ...officer, ...roles.administrator, errand: officer.errand }
    await expect(save(forged)).rejects.toThrow(NotFound)
    await expect(
      write(db, officer, (tx) => submitAnswers(tx, officer, [{ item, mark: '' }], secrets))
    ).rejects.toThrow(NotFound)
  })
})
