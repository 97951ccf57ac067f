import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { setClock } from '#server/platform/clock.ts'
import { newId, type Id } from '#server/platform/db/ids.ts'
import { write, type Tx } from '#server/platform/db/write.ts'
import { testDatabase } from '#tests/database.ts'
import { preparedRound } from '#tests/prepared-round.ts'
import { asked, holderOf, secrets } from '#tests/round.ts'
import { listItems } from '../answers/items.ts'
import { cli } from '../people/actor.ts'
import { openPreparedRound } from './opening.ts'
import { planOf } from './planning.ts'
import { discardRound, prepareRound } from './preparing.ts'
import { questionsOf } from './questions.ts'

const db = await testDatabase()
beforeEach(() => setClock(new Date('2026-12-01T09:00:00Z')))
afterEach(() => setClock(null))
const asCli = <T>(work: (tx: Tx) => Promise<T>) => write(db, cli, work)
const count = async (table: 'space' | 'round_item' | 'responder' | 'link' | 'message' | 'round') =>
  (await db.selectFrom(table).selectAll().execute()).length
const row = (id: Id) => db.selectFrom('round').selectAll().where('id', '=', id).executeTakeFirstOrThrow()

describe('a round that is prepared', () => {
  test('is a plan, and nobody is told', async () => {
    const world = await preparedRound(db)
    expect(await row(world.round)).toMatchObject({
      state: 'preparing',
      opened_at: null,
      held_by: world.coordinator.person?.id
    })
    expect([await count('space'), await count('responder')]).toEqual([2, 2])
    expect(await count('round_item')).toBe(4 + 2)
    expect([await count('link'), await count('message')]).toEqual([0, 0])
    const { parties, leftOut } = await planOf(db, world.coordinator, world.round)
    expect(leftOut).toEqual([])
    expect(
      parties.map(({ organisation, items }) => [organisation.name, items.map(({ about }) => about)])
    ).toEqual([
      ['Bostäder', ['commitment', 'commitment', 'commitment', 'party']],
      ['Polisen', ['commitment', 'party']]
    ])
  })

  test('twice alike is one; by another’s name it is refused; never called as what makes a new one', async () => {
    const { collaboration, coordinator, does, round } = await preparedRound(db)
    const again = await does((tx) => prepareRound(tx, coordinator, collaboration, asked))
    expect(again).toMatchObject({ id: round, state: 'preparing' })
    await expect(
      does((tx) => prepareRound(tx, coordinator, collaboration, { ...asked, due_on: '2027-03-01' }))
    ).rejects.toMatchObject({ errors: { name: 'taken' } })
    expect(
      await does((tx) => prepareRound(tx, coordinator, collaboration, { ...asked, name: 'Ny' }))
    ).toMatchObject({ slug: 'omgang-ny' })
  })

  test('opens with links and mails, and the wording of that day', async () => {
    const world = await preparedRound(db)
    const wording = newId()
    const [first = ''] = world.commitments
    await asCli(async (tx) => {
      await tx
        .insertInto('commitment_wording')
        .values({ id: wording, commitment_id: first, number: 2, wording: 'Nya ord', at: new Date() })
        .execute()
      await tx.updateTable('commitment').set({ wording_id: wording }).where('id', '=', first).execute()
      await tx
        .updateTable('commitment')
        .set({ stage: 'proposed' })
        .where('id', '=', world.commitments[1] ?? '')
        .execute()
    })
    const open = () => world.does((tx) => openPreparedRound(tx, world.coordinator, world.round, secrets))
    await open()
    await open()
    expect(await row(world.round)).toMatchObject({ state: 'open' })
    expect([await count('link'), await count('message')]).toEqual([2, 2])
    const item = db.selectFrom('round_item').select('wording_id').where('commitment_id', '=', first)
    expect(await item.executeTakeFirst()).toEqual({ wording_id: wording })
    const partner = await holderOf(db, world.housing)
    expect(partner.errand.items).toHaveLength(3)
    expect((await listItems(db, partner)).map(({ commitment_id }) => commitment_id)).toContain(first)
  })

  test('does not open with its last day gone, nor with nothing to ask', async () => {
    const world = await preparedRound(db)
    const open = () => world.does((tx) => openPreparedRound(tx, world.coordinator, world.round, secrets))
    setClock(new Date('2027-02-01T09:00:00Z'))
    await expect(open()).rejects.toMatchObject({ errors: { due_on: 'past' } })
    setClock(new Date('2026-12-01T09:00:00Z'))
    await asCli((tx) => tx.updateTable('space').set({ exempted_at: new Date() }).execute())
    await expect(open()).rejects.toMatchObject({ errors: { form: 'nothing_to_ask' } })
  })

  test('is taken away whole, but not once it is open', async () => {
    const world = await preparedRound(db)
    await world.does((tx) => discardRound(tx, world.coordinator, world.round))
    expect([await count('round'), await count('space'), await count('responder')]).toEqual([0, 0, 0])
    const other = await world.does((tx) => prepareRound(tx, world.coordinator, world.collaboration, asked))
    await world.does((tx) => openPreparedRound(tx, world.coordinator, other.id, secrets))
    await expect(world.does((tx) => discardRound(tx, world.coordinator, other.id))).rejects.toMatchObject({
      errors: { form: 'round_open' }
    })
  })
})

test('the usual questions are of three kinds of things, and old rounds ask of commitments', async () => {
  const { round } = await preparedRound(db)
  const questions = questionsOf((await row(round)).questions)
  expect(questions.map(({ key }) => key)).toEqual([
    ...['degree', 'done', 'figures', 'contributed', 'learnt', 'photos', 'publishable', 'no_change'],
    ...['gave', 'next', 'beyond']
  ])
  expect(questionsOf([{ key: 'done', required: false }])).toEqual([
    { key: 'done', level: 'commitment', type: 'built_in', required: false }
  ])
})
