import { beforeAll, expect, test } from 'vitest'
import { newId } from '#server/platform/db/ids.ts'
import { write, type Tx } from '#server/platform/db/write.ts'
import { NotAllowed } from '#server/platform/refusals.ts'
import { testDatabase } from '#tests/database.ts'
import { neighbourhood, type Neighbourhood } from '#tests/neighbourhood.ts'
import { createCommitment } from '../commitments/creating.ts'
import type { Actor } from '../people/actor.ts'
import {
  addObjective,
  changeObjective,
  listObjectives,
  moveObjective,
  removeObjective
} from './objectives.ts'

const db = await testDatabase()
let here: Neighbourhood
let coordinator: Actor
let place: string
beforeAll(async () => {
  here = await neighbourhood(db)
  coordinator = here.people.coordinator
  place = here.collaboration.id
})
const change = <T>(work: (tx: Tx) => Promise<T>, actor = coordinator) => write(db, actor, work)
const add = (title: string, more: { parent_id?: string; id?: string } = {}, actor = coordinator) =>
  change((tx) => addObjective(tx, actor, place, { kind: 'goal', title, ...more }), actor)
const titles = async () => (await listObjectives(db, place)).map(({ title }) => title)

test('stand in the order they were added, and move past their equals', async () => {
  await add('Skola')
  const fritid = await add('Fritid')
  await add('Familj')
  await change((tx) => moveObjective(tx, coordinator, place, fritid, 'up'))
  expect(await titles()).toEqual(['Fritid', 'Skola', 'Familj'])
  await change((tx) => moveObjective(tx, coordinator, place, fritid, 'up'))
  expect(await titles()).toEqual(['Fritid', 'Skola', 'Familj'])
})

test('sent twice it is one', async () => {
  const id = newId()
  expect(await add('Skola', { id })).toBe(await add('Skola', { id }))
  expect(await titles()).toEqual(['Skola'])
})

test('never stand under themselves, or under those of another collaboration', async () => {
  const top = await add('Skola')
  const under = await add('Läxor', { parent_id: top })
  const circle = { kind: 'goal', title: 'Skola', description: null, parent_id: under, version: 1 } as const
  await expect(change((tx) => changeObjective(tx, coordinator, place, top, circle))).rejects.toMatchObject({
    errors: { parent_id: 'not_a_choice' }
  })
  await expect(add('Fel', { parent_id: newId() })).rejects.toMatchObject({
    errors: { parent_id: 'not_a_choice' }
  })
})

test('stay while something stands under them', async () => {
  const id = await add('Skola')
  await change((tx) => createCommitment(tx, coordinator, place, { title: 'Frukost', objective_ids: [id] }))
  const removal = change((tx) => removeObjective(tx, coordinator, place, id))
  await expect(removal).rejects.toMatchObject({ errors: { id: 'in_use' } })
})

test('are the coordinators’ to change', async () => {
  await expect(add('Skola', {}, here.people.party)).rejects.toThrow(NotAllowed)
})
