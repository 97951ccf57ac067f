import { beforeAll, expect, test } from 'vitest'
import { sql } from 'kysely'
import { newId, type Id } from '#server/platform/db/ids.ts'
import { write, type Tx } from '#server/platform/db/write.ts'
import { testDatabase } from '#tests/database.ts'
import { neighbourhood, type Neighbourhood } from '#tests/neighbourhood.ts'
import { changeCommitmentReach } from '../commitments/changing.ts'
import { createCommitment } from '../commitments/creating.ts'
import { listHappenings } from '../commitments/happenings.ts'
import { visitor, type Actor } from '../people/actor.ts'
import { housesOf } from '../reports/houses.ts'
import { changeCollaborationReach } from './reaching.ts'

const db = await testDatabase()
let here: Neighbourhood
let coordinator: Actor
beforeAll(async () => {
  here = await neighbourhood(db)
  coordinator = here.people.coordinator
})

/** A report as it stands when a coordinator has accepted it. */
async function accepted(tx: Tx, commitment: Id, publishable: boolean): Promise<Id> {
  const [round, space, item, report, version] = Array.from({ length: 5 }, newId)
  const organisation = here.organisations.lead
  const place = here.collaboration.id
  await sql`insert into round (id, collaboration_id, slug, name, from_day, to_day, due_on, questions, opened_at)
    values (${round}, ${place}, ${`r-${round}`}, 'Omgång', '2026-01-01', '2026-06-30', '2026-07-31', '[]', now())`.execute(
    tx
  )
  await sql`insert into space (id, round_id, organisation_id) values (${space}, ${round}, ${organisation})`.execute(
    tx
  )
  await sql`insert into round_item (id, round_id, space_id, commitment_id) values (${item}, ${round}, ${space}, ${commitment})`.execute(
    tx
  )
  const audience = publishable ? 'public' : 'own'
  await sql`insert into report (id, item_id, round_id, commitment_id, collaboration_id, organisation_id, state, submitted_at,
      accepted_version_id, accepted_at, degree, audience)
    values (${report}, ${item}, ${round}, ${commitment}, ${place}, ${organisation}, 'accepted', now(), ${version}, now(), 'fully', ${audience})`.execute(
    tx
  )
  await sql`insert into report_version (id, report_id, number, degree, done, publishable, submitted_at)
    values (${version}, ${report}, 1, 'fully', 'Vi gjorde det.', ${publishable}, now())`.execute(tx)
  return report!
}

const audienceOf = async (id: Id) =>
  (await db.selectFrom('report').select('audience').where('id', '=', id).executeTakeFirstOrThrow()).audience

test('what was answered follows its collaboration in, and back out as far as it may be published', async () => {
  const place = here.collaboration.id
  const [open, kept] = await write(db, coordinator, async (tx) => {
    const promise = (title: string) => createCommitment(tx, coordinator, place, { title, stage: 'ongoing' })
    return [
      await accepted(tx, (await promise('Öppet')).id, true),
      await accepted(tx, (await promise('Internt')).id, false)
    ]
  })
  const seen = async (actor: Actor) =>
    (await listHappenings(db, actor, place)).map(({ title }) => title).toSorted()
  expect(await seen(visitor)).toEqual(['Öppet'])
  expect(await seen(coordinator)).toEqual(['Internt', 'Öppet'])
  const reach = (to: 'public' | 'parties', version: number) =>
    write(db, coordinator, (tx) => changeCollaborationReach(tx, coordinator, place, { reach: to, version }))
  await reach('parties', 1)
  expect([await audienceOf(open!), await audienceOf(kept!)]).toEqual(['parties', 'own'])
  expect(await seen(visitor)).toEqual([])
  expect(await seen(here.people.party)).toEqual(['Öppet'])
  await reach('public', 2)
  expect([await audienceOf(open!), await audienceOf(kept!)]).toEqual(['public', 'own'])
})

test('what was answered follows its commitment', async () => {
  const { id } = await write(db, coordinator, (tx) =>
    createCommitment(tx, coordinator, here.collaboration.id, { title: 'Öppet', stage: 'ongoing' })
  )
  const report = await write(db, coordinator, (tx) => accepted(tx, id, true))
  const degreeFor = async (actor: Actor) => (await housesOf(db, actor, { commitment: id }))[0]?.degree
  expect(await degreeFor(visitor)).toBe('fully')
  await write(db, coordinator, (tx) =>
    changeCommitmentReach(tx, coordinator, id, { reach: 'parties', version: 1 })
  )
  expect(await audienceOf(report)).toBe('parties')
  expect(await degreeFor(visitor)).toBeUndefined()
  expect(await degreeFor(here.people.party)).toBe('fully')
})
