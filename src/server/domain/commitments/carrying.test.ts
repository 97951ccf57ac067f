import { beforeAll, expect, test } from 'vitest'
import { read } from '#server/platform/forms/fields.ts'
import { write } from '#server/platform/db/write.ts'
import { testDatabase } from '#tests/database.ts'
import { neighbourhood, type Neighbourhood } from '#tests/neighbourhood.ts'
import { changeCollaborationReach } from '../collaborations/reaching.ts'
import { visitor, type Actor } from '../people/actor.ts'
import { listCarried } from './carrying.ts'
import { changeCommitment } from './changing.ts'
import { findCommitment } from './commitments.ts'
import { createCommitment } from './creating.ts'
import { changedCommitment, type NewCommitment } from './fields.ts'

const db = await testDatabase()
let here: Neighbourhood
let coordinator: Actor
beforeAll(async () => {
  here = await neighbourhood(db)
  coordinator = here.people.coordinator
})

const promise = (given: Partial<NewCommitment> = {}, actor = coordinator) =>
  write(db, actor, (tx) => createCommitment(tx, actor, here.collaboration.id, { title: 'T', ...given }))
const change = (id: string, version: number, given: object, actor = coordinator) => {
  const reading = read(changedCommitment, { title: 'T', version: String(version), ...given })
  if (!reading.ok) throw new Error(JSON.stringify(reading.errors))
  return write(db, actor, (tx) => changeCommitment(tx, actor, id, reading.value))
}
const close = () =>
  write(db, here.people.administrator, (tx) =>
    changeCollaborationReach(tx, here.people.administrator, here.another.id, { reach: 'own', version: 1 })
  )
const carrierOf = async (id: string) =>
  (await db.selectFrom('commitment').select('carried_by_id').where('id', '=', id).executeTakeFirstOrThrow())
    .carried_by_id

test('a commitment carried by another collaboration is told of on both pages', async () => {
  const { id, number } = await promise()
  await change(id, 1, { carried_by_id: here.another.id })
  const found = await findCommitment(db, visitor, here.collaboration.slug, number)
  expect(found.carried_by).toMatchObject({ name: 'Grannlöftet' })
  expect(await listCarried(db, visitor, here.another.id)).toMatchObject([
    { number, title: 'T', collaboration: { name: 'Löftet' } }
  ])
})

test('it is not carried by its own, nor by what there is none of or is not to be seen', async () => {
  const { id } = await promise()
  const refused = { errors: { carried_by_id: 'not_a_choice' } }
  await expect(change(id, 1, { carried_by_id: here.collaboration.id })).rejects.toMatchObject(refused)
  await expect(promise({ carried_by_id: here.collaboration.id })).rejects.toMatchObject(refused)
  await close()
  await expect(change(id, 1, { carried_by_id: here.another.id })).rejects.toMatchObject(refused)
})

test('one that is not to be seen stays, and is not told of', async () => {
  const { id, number } = await promise({ carried_by_id: here.another.id })
  await close()
  await change(id, 1, { target_group: 'Alla', carried_by_id: '' })
  expect(await carrierOf(id)).toBe(here.another.id)
  expect((await findCommitment(db, visitor, here.collaboration.slug, number)).carried_by).toBeNull()
})

test('whoever is to carry out a proposal words it; what the coordinators wrote stays', async () => {
  const { lead } = here.people
  const organisation = { organisation_id: here.organisations.lead }
  const { id } = await promise({ lead_id: here.organisations.lead })
  const theirs = {
    ...{ labels: 'ESF', initiated_by: 'Rådet', on_the_way: 'yes', carried_by_id: here.another.id },
    ...{ initiator_ids: [here.organisations.party], funder_ids: [here.organisations.party] }
  }
  await change(id, 1, { ...organisation, ...theirs })
  await change(id, 2, { ...organisation, target_group: 'Alla' }, lead)
  const row = await db.selectFrom('commitment').selectAll().where('id', '=', id).executeTakeFirstOrThrow()
  expect(row).toMatchObject({
    target_group: 'Alla',
    labels: ['ESF'],
    initiated_by: 'Rådet',
    on_the_way: true
  })
  expect(row.carried_by_id).toBe(here.another.id)
  const parties = await db
    .selectFrom('commitment_party')
    .select('role')
    .where('commitment_id', '=', id)
    .execute()
  expect(parties.map(({ role }) => role).toSorted()).toEqual(['funder', 'initiator'])
})
