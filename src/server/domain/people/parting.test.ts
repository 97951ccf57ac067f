import { afterEach, beforeAll, expect, test } from 'vitest'
import { setClock } from '#server/platform/clock.ts'
import { write } from '#server/platform/db/write.ts'
import { testDatabase } from '#tests/database.ts'
import { neighbourhood, type Neighbourhood } from '#tests/neighbourhood.ts'
import { listCollaborations } from '../collaborations/collaborations.ts'
import { listMine } from '../collaborations/mine.ts'
import { actorFor, cli, visitor, type Actor } from './actor.ts'

const db = await testDatabase()
let here: Neighbourhood
beforeAll(async () => {
  here = await neighbourhood(db)
})
afterEach(() => setClock(null))

/** Somebody of an organisation whose last day as a party, and whose collaboration's, are these. */
async function partyUntil(left: string | null, ended: string | null): Promise<Actor> {
  const { id } = here.collaboration
  await write(db, cli, async (tx) => {
    await tx.updateTable('party').set({ to_day: left }).where('collaboration_id', '=', id).execute()
    await tx.updateTable('collaboration').set({ to_day: ended }).where('id', '=', id).execute()
  })
  const person = here.people.party.person?.id ?? ''
  return (await actorFor(db, person, { via: 'session', person }))!
}

test.each([
  ['has no last day', null, null, true],
  ['is there its last day', '2026-03-14', null, true],
  ['left yesterday', '2026-03-13', null, false],
  ['stayed until the collaboration ended', '2025-12-31', '2025-12-31', true],
  ['left before it ended', '2025-06-30', '2025-12-31', false]
])('a party that %s', async (_, left, ended, stays) => {
  setClock(new Date('2026-03-14T22:30:00Z'))
  const { partyIn } = await partyUntil(left, ended)
  expect(partyIn).toEqual(stays ? [here.collaboration.id] : [])
})

const keepToItself = (id: string) =>
  write(db, cli, (tx) =>
    tx.updateTable('collaboration').set({ reach: 'own', audience: 'own' }).where('id', '=', id).execute()
  )

test('those who have to do with a collaboration find it among their own only when they may see it', async () => {
  const { party, reader } = here.people
  await keepToItself(here.collaboration.id)
  expect(await listMine(db, party)).toEqual([])
  expect((await listMine(db, reader)).map(({ name }) => name)).toEqual(['Löftet'])
})

test('a list goes on after nothing that its reader may not see', async () => {
  const after = { after: here.collaboration.slug }
  const names = async () => (await listCollaborations(db, visitor, after)).map(({ name }) => name)
  expect(await names()).toEqual(['Grannlöftet'])
  await keepToItself(here.collaboration.id)
  expect(await names()).toEqual([])
})
