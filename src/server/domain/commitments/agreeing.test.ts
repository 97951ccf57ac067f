import { beforeAll, expect, test } from 'vitest'
import { write } from '#server/platform/db/write.ts'
import { NotAllowed } from '#server/platform/refusals.ts'
import { testDatabase } from '#tests/database.ts'
import { neighbourhood, type Neighbourhood } from '#tests/neighbourhood.ts'
import type { Actor } from '../people/actor.ts'
import { createCommitment } from './creating.ts'
import { agreeProposed } from './stages.ts'

const db = await testDatabase()
let here: Neighbourhood
let coordinator: Actor
beforeAll(async () => {
  here = await neighbourhood(db)
  coordinator = here.people.coordinator
})

const promise = (title: string, given: object = {}, collaboration = here.collaboration.id) =>
  write(db, here.people.administrator, (tx) =>
    createCommitment(tx, here.people.administrator, collaboration, { title, ...given })
  )
const agree = (ids: string[], actor = coordinator) =>
  write(db, actor, (tx) => agreeProposed(tx, actor, here.collaboration.id, { commitment_ids: ids }))
const stageOf = async (id: string) =>
  (await db.selectFrom('commitment').select('stage').where('id', '=', id).executeTakeFirstOrThrow()).stage

test('all that were seen as proposed are agreed at once, each with its fact; sent twice, once', async () => {
  const [one, two] = [await promise('Ett'), await promise('Två')]
  const later = await promise('Kom till under tiden')
  const done = await promise('Klart', { stage: 'completed' })
  const seen = [one.id, two.id, done.id]
  expect(await agree(seen)).toBe(2)
  expect(await agree(seen)).toBe(0)
  expect(await Promise.all([one, two, later, done].map(({ id }) => stageOf(id)))).toEqual([
    'agreed',
    'agreed',
    'proposed',
    'completed'
  ])
  const facts = await db
    .selectFrom('fact')
    .select('subject_id')
    .where('code', '=', 'commitment.agreed')
    .execute()
  expect(facts.map(({ subject_id }) => subject_id).toSorted()).toEqual([one.id, two.id].toSorted())
})

test('those of another collaboration are not, nor is it anybody else’s to do', async () => {
  const theirs = await promise('Deras', {}, here.another.id)
  const ours = await promise('Vårt', { lead_id: here.organisations.lead })
  expect(await agree([theirs.id])).toBe(0)
  for (const role of ['lead', 'party', 'reader', 'otherCoordinator', 'visitor'] as const)
    await expect(agree([ours.id], here.people[role])).rejects.toThrow(NotAllowed)
  expect([await stageOf(theirs.id), await stageOf(ours.id)]).toEqual(['proposed', 'proposed'])
})
