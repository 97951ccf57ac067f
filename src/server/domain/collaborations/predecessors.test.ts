import { beforeEach, describe, expect, test } from 'vitest'
import type { Id } from '#server/platform/db/ids.ts'
import { write } from '#server/platform/db/write.ts'
import { testDatabase } from '#tests/database.ts'
import { neighbourhood, unwritten, type Neighbourhood } from '#tests/neighbourhood.ts'
import { cli, type Actor } from '../people/actor.ts'
import { changeCollaboration } from './changing.ts'
import { createCollaboration, insertCollaboration } from './creating.ts'
import type { NewCollaboration } from './fields.ts'
import { listPredecessors } from './predecessors.ts'

const db = await testDatabase()
let here: Neighbourhood
let coordinator: Actor
let own: Id
beforeEach(async () => {
  here = await neighbourhood(db)
  coordinator = here.people.coordinator
  own = here.collaboration.id
})

const ended = { lifecycle: 'ended', from_day: '2024-01-01', to_day: '2025-12-31' } as const
const made = (name: string, given: Partial<NewCollaboration> = ended) =>
  write(db, cli, async (tx) => {
    const { id } = await insertCollaboration(tx, { ...here.basis, ...unwritten, name, ...given })
    return id
  })
const goOn = async (from: Id | null, actor: Actor = coordinator) => {
  const row = await db.selectFrom('collaboration').selectAll().where('id', '=', own).executeTakeFirstOrThrow()
  const { name, purpose, guidelines, principles, from_day, to_day, precision, version } = row
  const { authority_id, main_area_id, contact_function, contact_mail, contact_phone, invented, source } = row
  await write(db, actor, (tx) =>
    changeCollaboration(tx, actor, own, {
      ...{ name, purpose, guidelines, principles, from_day, to_day, precision, version, invented, source },
      ...{ authority_id, main_area_id, contact_function, contact_mail, contact_phone, area_ids: [] },
      predecessor_id: from
    })
  )
}
const standing = async () =>
  (await db.selectFrom('collaboration').select('predecessor_id').where('id', '=', own).executeTakeFirst())
    ?.predecessor_id
const offered = async (actor: Actor = coordinator, id: Id | null = own) =>
  (await listPredecessors(db, actor, id)).map(({ label }) => label)
const why = (predecessor_id: string) => ({ errors: { predecessor_id } })

describe('what a collaboration goes on from', () => {
  test('has ended, or is to, and is offered', async () => {
    const id = await made('Förra löftet')
    await made('Slutar snart', { lifecycle: 'active', to_day: '2026-12-31' })
    await made('I drift', { lifecycle: 'in_ordinary_operations' })
    await made('Utan slut', { lifecycle: 'active' })
    await made('Förbereds', { lifecycle: 'preparing', to_day: '2029-12-31' })
    expect(await offered()).toEqual(['Förra löftet', 'I drift', 'Slutar snart'])
    await goOn(id)
    expect(await standing()).toBe(id)
  })

  test('is refused with why: going on, unlike, itself, what goes on from it, unseen', async () => {
    await expect(goOn(here.another.id)).rejects.toMatchObject(why('predecessor_goes_on'))
    await expect(goOn(own)).rejects.toMatchObject(why('predecessor_own'))
    const next = await made('Nästa', { ...ended, predecessor_id: own })
    const last = await made('Sista', { ...ended, predecessor_id: next })
    for (const id of [next, last]) await expect(goOn(id)).rejects.toMatchObject(why('predecessor_circle'))
    const hidden = await made('Dolt', { ...ended, reach: 'parties' })
    await expect(goOn(hidden)).rejects.toMatchObject(why('not_a_choice'))
    expect(await offered()).toEqual([])
  })

  test('is of the same authority or kind, or in the same place', async () => {
    const { id: kind_id } = await db
      .selectFrom('kind')
      .select('id')
      .where('id', '<>', here.kind)
      .executeTakeFirst()
      .then(async (found) => found ?? (await anotherKind()))
    const unlike = { ...ended, kind_id, authority_id: here.organisations.outsider }
    const there = await made('På annat håll', { ...unlike, main_area_id: here.areas.other })
    const area = await made('Samma plats', unlike)
    await expect(goOn(there)).rejects.toMatchObject(why('predecessor_unlike'))
    expect(await offered()).toEqual(['Samma plats'])
    await goOn(area)
    // Before one is made, its place is not known.
    expect(await offered(coordinator, null)).toEqual(['På annat håll', 'Samma plats'])
  })

  test('stays as it is where it would not be chosen now, and where it is not seen', async () => {
    const id = await made('Förra löftet')
    await goOn(id)
    const hidden = { lifecycle: 'active', to_day: null, reach: 'own', audience: 'own' } as const
    await write(db, cli, (tx) => tx.updateTable('collaboration').set(hidden).where('id', '=', id).execute())
    await goOn(id)
    await goOn(null)
    expect(await standing()).toBe(id)
    await goOn(null, here.people.administrator)
    expect(await standing()).toBeNull()
  })

  test('is judged also when a collaboration is begun', async () => {
    const { administrator } = here.people
    const begin = (predecessor_id: Id) =>
      write(db, administrator, (tx) =>
        createCollaboration(tx, administrator, { ...here.basis, ...unwritten, name: 'Ny', predecessor_id })
      )
    await expect(begin(own)).rejects.toMatchObject(why('predecessor_goes_on'))
    await begin(await made('Förra löftet'))
  })
})

const anotherKind = () =>
  write(db, cli, async (tx) => {
    const words = JSON.stringify({ name: {}, commitment: {}, objective: {} })
    return tx
      .insertInto('kind')
      .values({ id: '0192f3a0-0000-7000-8000-000000000001', code: 'other_kind', words })
      .returning('id')
      .executeTakeFirstOrThrow()
  })
