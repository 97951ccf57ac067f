import { afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { wordForParty } from '#server/domain/highlights/of-parties.ts'
import { setClock } from '#server/platform/clock.ts'
import type { Id } from '#server/platform/db/ids.ts'
import { write } from '#server/platform/db/write.ts'
import { Conflict, Invalid, NotAllowed, NotFound } from '#server/platform/refusals.ts'
import { testDatabase } from '#tests/database.ts'
import { makeFollowedUp } from '#tests/publications/followed-up.ts'
import { partyAnswer } from '#tests/publications/party-answer.ts'
import { rolesRound } from '#tests/publications/roles.ts'
import { holderOfReading, letter } from '#tests/read-report.ts'
import { secrets } from '#tests/round.ts'
import { askReaders } from '../comments/asking.ts'
import { cli, type Actor } from '../people/actor.ts'
import { createPublication } from './composing.ts'
import { readProof } from './editions/proofs.ts'
import { readPublication } from './reading.ts'
import type { BlockSettings } from './settings.ts'

const db = await testDatabase()
const slug = 'r'
const own = { gave: 'Vi lärde känna varandra.', next: 'Fler torgdagar.', lokal: true }
let world: Awaited<ReturnType<typeof makeFollowedUp>>
let roles: ReturnType<typeof rolesRound>
let publication: Id
let report: Id

beforeAll(async () => {
  setClock(new Date('2026-08-01T10:00:00Z'))
  world = await makeFollowedUp(db)
  const { collaboration, maker } = world.promise
  roles = rolesRound(collaboration, maker)
  const made = { collaboration, template: 'final_follow_up' as const, title: 'Rapporten', slug }
  publication = await write(db, cli, async (tx) => {
    const questions = [
      { key: 'lokal', level: 'party', type: 'yes_no', label: 'Har ni en lokal?', required: false }
    ]
    await tx
      .updateTable('round')
      .set({ questions: JSON.stringify(questions) })
      .execute()
    report = await partyAnswer(tx, world.promise, own)
    return createPublication(tx, cli, made)
  })
})
beforeEach(() => setClock(new Date('2026-08-01T10:00:00Z')))
afterEach(() => setClock(null))

const word = (wording: string | null, version: number | null = null, actor: Actor = cli) =>
  write(db, actor, (tx) => wordForParty(tx, actor, { report, wording, version }))

/** What stands beside each block, by its kind. */
async function beside(actor: Actor = cli) {
  const { workshop, content } = await readPublication(db, actor, slug, { editing: true })
  return content.blocks.flatMap(({ id, kind }) =>
    (workshop?.ofParties[id] ?? []).map((answer) => ({ kind, ...answer }))
  )
}
async function told() {
  const { content } = await readPublication(db, cli, slug, { editing: true })
  return content.blocks.flatMap((block) => (block.kind === 'contribution' ? block.facts.parties : []))
}

describe('what a party said for itself', () => {
  test('stands in its own words where it would be told, for those who compile the report', async () => {
    expect(await beside()).toMatchObject([
      {
        ...{ kind: 'contribution', report, organisation: 'Ett bolag', wording: null, version: null },
        said: [
          { key: 'gave', value: own.gave },
          { key: 'next', value: own.next },
          { key: 'lokal', label: 'Har ni en lokal?', value: true }
        ]
      }
    ])
    expect(await told()).toEqual([])
  })

  test('is told in other words by one press, worded anew, and taken out', async () => {
    await word('Parterna känner varandra bättre.')
    await word('Parterna känner varandra bättre.')
    expect(await told()).toEqual([
      { organisation: 'Ett bolag', title: null, text: 'Parterna känner varandra bättre.' }
    ])
    const [first] = await beside()
    await word('De känner varandra.', first?.version)
    await expect(word('Nej.', first?.version)).rejects.toThrow(Conflict)
    const [second] = await beside()
    await word(null, second?.version)
    expect(await told()).toEqual([])
    expect(await beside()).toMatchObject([{ wording: null }])
  })

  test('stands there where its round is among those that are told: all, or the same year’s', async () => {
    const set = (settings: BlockSettings, to_day = '2025-12-31') =>
      write(db, cli, async (tx) => {
        const blocks = tx.updateTable('block').where('publication_id', '=', publication)
        await blocks
          .set({ settings: JSON.stringify(settings) })
          .where('kind', '=', 'contribution')
          .execute()
        await tx.updateTable('round').set({ to_day }).where('id', '=', world.promise.round).execute()
      })
    await set({ round: 'latest' })
    expect(await beside()).toEqual([])
    await set({ round: 'year' })
    expect(await beside()).toEqual([])
    await set({ round: 'year' }, '2026-03-31')
    expect(await beside()).toMatchObject([{ kind: 'contribution', report }])
    await set({ round: world.promise.round })
    expect(await beside()).toMatchObject([{ kind: 'contribution', report }])
  })

  test('does not word a deed that it was joined to meanwhile', async () => {
    await word('Parterna känner varandra bättre.')
    const [form] = await beside()
    await write(db, cli, async (tx) => {
      const joint = await tx
        .selectFrom('report')
        .select('highlight_id')
        .where('id', '=', report)
        .executeTakeFirstOrThrow()
      await tx.updateTable('report').set(joint).where('commitment_id', '=', world.idOf('Torgdag')).execute()
    })
    await expect(word('Något annat.', form?.version)).rejects.toThrow(Conflict)
  })

  test('says that there is nothing to tell', async () => {
    await expect(word(null)).rejects.toThrow(Invalid)
  })

  test.each([
    'visitor',
    'signed in without a role',
    'representative of a party',
    'reader of the collaboration',
    'coordinator of another'
  ] as const)('is not worded by a %s', async (role) => {
    const refusal = await word('Nej.', null, roles[role]).catch((refused: unknown) => refused)
    expect(refusal instanceof NotAllowed || refusal instanceof NotFound).toBe(true)
  })

  test('is seen by the party, beside its own words about that and nothing else, before it is published', async () => {
    await word('Parterna känner varandra bättre.')
    const mail = 'eva@bolaget.example'
    const people = [{ name: 'Eva', mail, organisation: world.promise.maker }]
    await write(db, cli, (tx) => askReaders(tx, cli, publication, { ...letter, people }, secrets))
    const proof = await readProof(db, await holderOfReading(db, publication, mail))
    expect(proof.told?.blocks.flatMap(({ things }) => things)).toContainEqual({
      title: null,
      said: 'Parterna känner varandra bättre.',
      own: own.gave,
      same: false
    })
  })
})
