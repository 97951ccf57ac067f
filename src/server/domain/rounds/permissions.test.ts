import { describe, expect, test } from 'vitest'
import { write, type Tx } from '#server/platform/db/write.ts'
import { NotAllowed, NotFound } from '#server/platform/refusals.ts'
import { testDatabase } from '#tests/database.ts'
import { asked, askedWorld, secrets } from '#tests/round.ts'
import { newId } from '#server/platform/db/ids.ts'
import { saveDraft } from '../answers/saving.ts'
import { submitAnswers } from '../answers/submitting.ts'
import { markLinkBounced } from '../links/bouncing.ts'
import { typeInAnswer } from '../answers/typing-in.ts'
import { sendLinkAgain, withdrawLink } from '../links/sending.ts'
import { measureFor } from '../figures/measures.ts'
import { mergeMeasure } from '../figures/merging.ts'
import { partReport } from '../highlights/joining.ts'
import { cli, type Actor } from '../people/actor.ts'
import { highlightReport } from '../highlights/highlighting.ts'
import { findReading } from '../reports/reading.ts'
import { findReport } from '../reports/reports.ts'
import { reviewReport } from '../reports/reviewing.ts'
import { wordForPublic } from '../reports/wording.ts'
import { whomItAsks } from './asking.ts'
import { changeDue, changeLetters, changeRound, giveLonger } from './changing.ts'
import { closeRound } from './closing.ts'
import { exemptItem, exemptParty, includeItem, includeParty } from './exempting.ts'
import { handItem } from './handing.ts'
import { askCommitments, askParty } from './including.ts'
import { openPreparedRound, openRound } from './opening.ts'
import { planOf } from './planning.ts'
import { discardRound, prepareRound } from './preparing.ts'
import { previewingActor } from './previewing.ts'
import {
  addQuestion,
  changeQuestion,
  moveQuestion,
  relabelQuestion,
  removeQuestion,
  restoreQuestion
} from './questioning.ts'
import { mendAddress } from './mending.ts'
import { remindable, remindParties } from './reminding.ts'
import { beginDraftsAnew } from './drafts-anew.ts'
import { handOverRound } from './holding.ts'
import { usualQuestions, type Question } from './questions.ts'
import { addResponder, removeResponder } from './responders.ts'
import { findRound, listRounds } from './rounds.ts'

const db = await testDatabase()

type World = Awaited<ReturnType<typeof askedWorld>> & {
  report: string
  prepared: string
  responder: string
  keeper: string
  measures: [string, string]
}
type Errand = (tx: Tx, actor: Actor, world: World) => Promise<unknown>

const times = { ...asked, due_on: '2099-01-15', remind_days: [], version: 1 }
const question = {
  ...({ level: 'party', type: 'text', label: 'Vilka?', help: null } as const),
  ...{ required: false, options: [], role: null, version: 1 }
}
const key = { key: 'gave', version: 1 }

/** Of a round that is prepared, and of what it asks of whom. */
const preparing: Record<string, Errand> = {
  'prepare a round': (tx, actor, { collaboration }) =>
    prepareRound(tx, actor, collaboration, { ...asked, name: 'Ännu en' }),
  'see what it asks of whom': (tx, actor, { prepared }) => planOf(tx, actor, prepared),
  'see it as a party': (tx, actor, { prepared }) => previewingActor(tx, actor, prepared, 'bostader'),
  'change its times': (tx, actor, { prepared }) =>
    changeRound(tx, actor, prepared, { ...times, opens_on: null, opens_clock: '08:00' }),
  'change its last day': (tx, actor, { prepared }) =>
    changeDue(tx, actor, prepared, { due_on: '2099-02-01', remind_days: [], version: 1 }),
  'word its mails': (tx, actor, { prepared }) =>
    changeLetters(tx, actor, prepared, { invitation: 'Hej', reminder: null, version: 1 }),
  'ask more': (tx, actor, { prepared }) => addQuestion(tx, actor, prepared, question),
  'ask otherwise': (tx, actor, { prepared }) =>
    changeQuestion(tx, actor, prepared, { ...question, key: 'fortsatter-ni' }),
  'ask in other words': (tx, actor, { prepared }) =>
    relabelQuestion(tx, actor, prepared, { ...key, label: 'Vad?', help: null, required: false }),
  'ask less': (tx, actor, { prepared }) => removeQuestion(tx, actor, prepared, key),
  'ask again': (tx, actor, { prepared }) => restoreQuestion(tx, actor, prepared, key),
  'ask in another order': (tx, actor, { prepared }) =>
    moveQuestion(tx, actor, prepared, { ...key, way: 'down' }),
  'take a responder away': (tx, actor, { responder }) => removeResponder(tx, actor, responder),
  'open it': (tx, actor, { prepared }) => openPreparedRound(tx, actor, prepared, secrets),
  'throw it away': (tx, actor, { prepared }) => discardRound(tx, actor, prepared),
  'exempt a party': (tx, actor, { partner }) =>
    exemptParty(tx, actor, partner.errand.space, { reason: null }),
  'include a party': (tx, actor, { partner }) => includeParty(tx, actor, partner.errand.space, secrets),
  'exempt an item': (tx, actor, { partner }) =>
    exemptItem(tx, actor, partner.errand.items[1] ?? '', { reason: null }),
  'include an item': (tx, actor, { partner }) => includeItem(tx, actor, partner.errand.items[1] ?? ''),
  'give longer': (tx, actor, { partner }) =>
    giveLonger(tx, actor, partner.errand.space, { due_on: '2099-01-15' }),
  'hand over': (tx, actor, { partner, police }) =>
    handItem(tx, actor, partner.errand.items[1] ?? '', { organisation_id: police, reason: null }, secrets),
  'ask about more': (tx, actor, { prepared, commitments, police }) =>
    askCommitments(
      tx,
      actor,
      prepared,
      { commitment_ids: commitments.slice(0, 1), organisation_id: police },
      secrets
    ),
  'ask one more party': (tx, actor, { prepared, police }) =>
    askParty(tx, actor, prepared, { organisation_id: police }, secrets)
}

const errands: Record<string, Errand> = {
  ...preparing,
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
  return { ...world, report: id, ...(await withKeeper(world)), ...(await withPrepared(world)) }
}

/** With a question of its own, so that there is one to change. */
async function withPrepared({ collaboration, roles }: Awaited<ReturnType<typeof askedWorld>>) {
  const { level, type, required } = question
  const own: Question = { key: 'fortsatter-ni', level, type, label: 'Fortsätter ni?', required }
  const next = { ...asked, name: 'Nästa', due_on: '2099-01-15' }
  const { id } = await write(db, roles.coordinator, (tx) =>
    prepareRound(tx, roles.coordinator, collaboration, next, [...usualQuestions, own])
  )
  const responder = await db
    .selectFrom('responder')
    .innerJoin('space', 'space.id', 'responder.space_id')
    .select('responder.id')
    .where('space.round_id', '=', id)
    .executeTakeFirstOrThrow()
  return { prepared: id, responder: responder.id }
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
