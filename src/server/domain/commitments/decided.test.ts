import { beforeAll, expect, test } from 'vitest'
import { write } from '#server/platform/db/write.ts'
import { testDatabase } from '#tests/database.ts'
import { neighbourhood, type Neighbourhood } from '#tests/neighbourhood.ts'
import { listDecisions } from '../decisions/decisions.ts'
import type { Actor } from '../people/actor.ts'
import type { Reach } from '../people/reach.ts'
import { changeCommitmentReach } from './changing.ts'
import { createCommitment } from './creating.ts'
import { setStage } from './stages.ts'

const db = await testDatabase()
let here: Neighbourhood
beforeAll(async () => {
  here = await neighbourhood(db)
})

/** A commitment of that reach, agreed by a decision. */
async function decidedOn(reach: Reach) {
  const { coordinator } = here.people
  const place = here.collaboration.id
  const decided = { body: 'Nämnden', decided_on: '2026-03-14', section: '12', case_number: 'dnr 1' }
  return write(db, coordinator, async (tx) => {
    const { id } = await createCommitment(tx, coordinator, place, { title: reach, reach })
    await setStage(tx, coordinator, id, { stage: 'agreed', reason: null, version: 1, ...decided })
    return id
  })
}
const seenBy = async (actor: Actor) => (await listDecisions(db, actor, here.collaboration.id)).length

test.each([
  ['public', { visitor: 1, party: 1, coordinator: 1 }],
  ['parties', { visitor: 0, party: 1, coordinator: 1 }],
  ['own', { visitor: 0, party: 0, coordinator: 1 }]
] as const)(
  'who decided on a commitment of reach %s is seen by those who see it',
  async (reach, expected) => {
    await decidedOn(reach)
    const { visitor, party, coordinator } = here.people
    expect({
      visitor: await seenBy(visitor),
      party: await seenBy(party),
      coordinator: await seenBy(coordinator)
    }).toEqual(expected)
  }
)

test('what was decided about a commitment follows it in', async () => {
  const { coordinator, visitor } = here.people
  const id = await decidedOn('public')
  expect(await seenBy(visitor)).toBe(1)
  const narrowed = { reach: 'own', version: 2 } as const
  await write(db, coordinator, (tx) => changeCommitmentReach(tx, coordinator, id, narrowed))
  expect(await seenBy(visitor)).toBe(0)
  expect(await seenBy(coordinator)).toBe(1)
})
