import { beforeAll, describe, expect, test } from 'vitest'
import { newId, type Id } from '#server/platform/db/ids.ts'
import { write, type Tx } from '#server/platform/db/write.ts'
import { NotAllowed, NotFound } from '#server/platform/refusals.ts'
import { testDatabase } from '#tests/database.ts'
import { choiceOf, endingPeriod, type Period } from '#tests/period.ts'
import type { Actor } from '../people/actor.ts'
import { carryOver } from './carrying.ts'
import { chooseFor, chooseForMany, undoChoice } from './choosing.ts'
import { listItems } from './listing.ts'
import { listSuccessors, beginSuccessor } from './succeeding.ts'

const db = await testDatabase()
let here: Period
let commitment: Id
let roles: Record<string, Actor>
beforeAll(async () => {
  here = await endingPeriod(db)
  commitment = (await here.promise({ title: 'Läxhjälp' })).id
  const { coordinator } = here.people
  const only = [here.pair.successor]
  roles = { ...here.people, both: here.both, ofSuccessor: { ...coordinator, coordinates: only, reads: only } }
})

const act = (actor: Actor, work: (tx: Tx) => Promise<unknown>) => write<unknown>(db, actor, work)
const begun = () => ({
  ...{ id: newId(), kind_id: here.kind, name: 'Ett till', reach: 'public' as const },
  ...{ from_day: null, to_day: null, precision: 'year' as const }
})

const actions: Record<string, (actor: Actor) => Promise<unknown>> = {
  see: (actor) => listItems(db, actor, here.pair),
  choose: async (actor) => {
    const choice = await choiceOf(db, here.pair, commitment, { choice: 'continue' })
    return act(actor, (tx) => chooseFor(tx, actor, here.pair, choice))
  },
  'choose for many': (actor) =>
    act(actor, (tx) =>
      chooseForMany(tx, actor, here.pair, { seen_ids: [], choice: 'continue', reason: null })
    ),
  undo: (actor) => act(actor, (tx) => undoChoice(tx, actor, here.pair, { commitment, version: 1 })),
  carry: (actor) => act(actor, (tx) => carryOver(tx, actor, here.pair, {})),
  begin: (actor) => act(actor, (tx) => beginSuccessor(tx, actor, here.pair.earlier, begun()))
}
const all = Object.keys(actions)

/** Everyone, and exactly what they may do; of the coordinators, those of both, of the one and of the other. */
const table: Record<string, string[]> = {
  visitor: [],
  administrator: all,
  installationCoordinator: all,
  areaCoordinator: ['begin'],
  coordinator: ['begin'],
  ofSuccessor: [],
  both: all,
  otherCoordinator: [],
  installationReader: [],
  areaReader: [],
  reader: [],
  lead: [],
  party: [],
  outsider: [],
  nobodyYet: []
}

test('nobody is left out', () => {
  expect(Object.keys(roles).toSorted()).toEqual(Object.keys(table).toSorted())
})

describe.each(Object.keys(table))('in what goes on %s', (role) => {
  test(`may exactly: ${table[role]?.join(', ') || 'nothing'}`, async () => {
    const able: string[] = []
    for (const [action, attempt] of Object.entries(actions))
      await attempt(roles[role]!).then(
        () => able.push(action),
        (refusal: unknown) => {
          if (!(refusal instanceof NotAllowed || refusal instanceof NotFound)) throw refusal
        }
      )
    expect(able.toSorted()).toEqual(table[role]?.toSorted())
  })
})

test('a successor is offered to those who coordinate it too', async () => {
  const offered = (actor: Actor) => listSuccessors(db, actor, here.pair.earlier)
  expect(await offered(here.both)).toMatchObject([{ slug: 'nasta-lofte', waiting: 0 }])
  expect(await offered(here.people.coordinator)).toEqual([])
  expect(await offered(roles['ofSuccessor']!)).toEqual([])
})

test('nothing is carried into what does not go on from it', async () => {
  const administrator = here.people.administrator
  const pair = { earlier: here.pair.earlier, successor: here.another.id }
  await expect(listItems(db, administrator, pair)).rejects.toBeInstanceOf(NotFound)
  await expect(act(administrator, (tx) => carryOver(tx, administrator, pair, {}))).rejects.toBeInstanceOf(
    NotFound
  )
})
