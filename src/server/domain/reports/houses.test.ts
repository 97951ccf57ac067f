import { afterEach, beforeAll, describe, expect, test } from 'vitest'
import { setClock } from '#server/platform/clock.ts'
import { write } from '#server/platform/db/write.ts'
import { loadWorld } from '#story/load.ts'
import { world } from '#story/world.ts'
import { freshDatabase } from '#tests/database.ts'
import { secrets } from '#tests/round.ts'
import { createCommitment } from '../commitments/creating.ts'
import { actorFor, cli, visitor, type Actor } from '../people/actor.ts'
import { countHouses, housesOf, totalsOf, type House, type HouseCount } from './houses.ts'

const { db } = await freshDatabase()
let collaboration = ''

beforeAll(async () => {
  await loadWorld(db, secrets, world)
  const found = await db
    .selectFrom('collaboration')
    .select('id')
    .where('slug', '=', 'exempelkvarteret')
    .executeTakeFirstOrThrow()
  collaboration = found.id
}, 60_000)
afterEach(() => setClock(null))

const on = (day: string) => setClock(new Date(`${day}T12:00:00Z`))
const houses = (actor: Actor) => housesOf(db, actor, { collaboration })
const numbered = (all: House[], number: number) => all.find((house) => house.number === number)
const signedIn = async (mail: string): Promise<Actor> => {
  const { id } = await db.selectFrom('person').select('id').where('mail', '=', mail).executeTakeFirstOrThrow()
  const actor = await actorFor(db, id, { via: 'session', person: id })
  if (!actor) throw new Error(mail)
  return actor
}

describe('a house', () => {
  test('shows the degree that its story accepted last, and nothing that is not accepted', async () => {
    on(world.today)
    const told = world.collaborations.find(({ slug }) => slug === 'exempelkvarteret')
    const shown = await houses(cli)
    for (const { number, stage, reports } of told?.commitments ?? []) {
      const accepted = told?.rounds
        .map(({ ref }) => reports?.[ref])
        .filter((one) => one?.state === 'accepted')
      const degree = stage === 'discontinued' ? 'not_carried_out' : (accepted?.at(-1)?.degree ?? null)
      expect([number, numbered(shown, number)?.degree]).toEqual([number, degree])
    }
  })

  test('asks a question only after a due date, and only where nothing was ever sent in', async () => {
    on('2026-06-12')
    expect((await houses(visitor)).filter(({ state }) => state === 'no_answer')).toEqual([])
    on('2026-06-13')
    const silent = (await houses(visitor)).filter(({ state }) => state === 'no_answer')
    expect(silent.length).toBeGreaterThan(0)
    on(world.today)
    expect((await houses(visitor)).filter(({ state }) => state === 'no_answer')).toHaveLength(silent.length)
  })

  test('that is not public stands only for those within its reach', async () => {
    const [some, all] = [await houses(visitor), await houses(cli)]
    const hidden = all.filter(({ number }) => !numbered(some, number)).map(({ number }) => number)
    expect(hidden).toEqual([32, 48, 59, 94, 98])
    const party = await houses(await signedIn('foretradare@exempelskolan.example'))
    expect(party.map(({ number }) => number)).toEqual(expect.arrayContaining([48, 59, 94]))
  })

  test('keeps what may not be public to the party itself and its coordinator', async () => {
    const { rows } = await db
      .selectFrom('report')
      .selectAll()
      .where('collaboration_id', '=', collaboration)
      .execute()
      .then((all) => ({ rows: all }))
    const own = rows.find(({ audience, degree }) => audience === 'own' && degree !== null)
    expect(own).toBeDefined()
    const degrees = async (actor: Actor) =>
      (await houses(actor)).find(({ id }) => id === own?.commitment_id)?.degree ?? null
    for (const actor of [
      visitor,
      { ...visitor, reads: [collaboration] },
      { ...visitor, reads: 'all' as const }
    ])
      expect(await degrees(actor)).not.toBe(own?.degree)
    expect(await degrees(await signedIn('samordnare@exempelstaden.example'))).toBe(own?.degree)
  })
})

test('what is kept beside each commitment is what its reports say, whichever order they came in', async () => {
  const kept = await db.selectFrom('commitment_standing').selectAll().orderBy('commitment_id').execute()
  await write(db, cli, async (tx) => {
    await tx.deleteFrom('commitment_standing').execute()
    await tx
      .selectNoFrom((eb) =>
        eb
          .fn('settle_standing', [
            eb.selectFrom('commitment').select((c) => c.fn.agg('array_agg', ['id']).as('ids'))
          ])
          .as('done')
      )
      .execute()
  })
  const anew = await db.selectFrom('commitment_standing').selectAll().orderBy('commitment_id').execute()
  // One that says nothing may stand or not: what a round that is only prepared would ask has one.
  const told = ({ first_due, answered }: (typeof kept)[number]) => first_due !== null || answered
  expect(kept.filter(told).length).toBeGreaterThan(50)
  expect(anew.filter(told)).toEqual(kept.filter(told))
})

test('counting gives as many of each look as there are houses', async () => {
  on(world.today)
  const all = await houses(visitor)
  const counts = await countHouses(db, visitor, { collaboration })
  expect(counts.reduce((sum, { count }) => sum + count, 0)).toBe(all.length)
  const carriedOut = counts
    .filter(({ carried_out, in_base }) => carried_out && in_base)
    .reduce((sum, { count }) => sum + count, 0)
  expect(carriedOut).toBe(totalsOf(all).carriedOut)
})

test('counted together there are as many of each look as counted for each collaboration', async () => {
  on(world.today)
  const { id } = await db
    .selectFrom('area')
    .select('id')
    .where('slug', '=', 'goteborg')
    .executeTakeFirstOrThrow()
  await write(db, cli, (tx) =>
    createCommitment(tx, cli, collaboration, { title: 'Två', stage: 'agreed', area_ids: [id] })
  )
  const together = await countHouses(db, visitor, { within: id }, { streets: 1 })
  const each = await countHouses(db, visitor, { within: id })
  const looks = ({ degree, state, ordinary, in_base, stage }: HouseCount) =>
    JSON.stringify([degree, state, ordinary, in_base, stage])
  const summed = Map.groupBy(each, looks)
  expect(new Set(each.map(({ collaboration_id }) => collaboration_id)).size).toBeGreaterThan(1)
  expect(together.map(({ collaboration_id }) => collaboration_id)).toEqual(together.map(() => null))
  expect(together.map((one) => [looks(one), one.count]).toSorted()).toEqual(
    [...summed].map(([look, alike]) => [look, alike.reduce((sum, { count }) => sum + count, 0)]).toSorted()
  )
})

test('where no rounds are held, what is finished counts, and what is only proposed is not asked of', async () => {
  const { id } = await db
    .selectFrom('collaboration')
    .select('id')
    .where('slug', '=', 'hisings-backa-2026-2028')
    .executeTakeFirstOrThrow()
  const stages = ['proposed', 'ongoing', 'completed', 'in_ordinary_operations'] as const
  await write(db, cli, async (tx) => {
    for (const stage of stages) await createCommitment(tx, cli, id, { title: stage, stage })
  })
  expect(totalsOf(await housesOf(db, visitor, { collaboration: id }))).toMatchObject({ carriedOut: 2, of: 3 })
  const counted = (await countHouses(db, visitor, { collaboration: id })).filter((alike) => alike.carried_out)
  expect(counted.map(({ stage }) => stage).toSorted()).toEqual(['completed', 'in_ordinary_operations'])
})

test('what still went on when a collaboration ended, and nobody asked of it, is no failure', async () => {
  const { id } = await db
    .selectFrom('collaboration')
    .select('id')
    .where('slug', '=', 'backa-i-fokus')
    .executeTakeFirstOrThrow()
  const all = await housesOf(db, visitor, { collaboration: id })
  expect([all.length, totalsOf(all).of]).toEqual([26, 0])
})

test('what came along the way is shown, and stands outside what is counted where rounds are held', async () => {
  on(world.today)
  const besides = (await houses(cli)).filter(({ on_the_way }) => on_the_way)
  expect(besides.length).toBeGreaterThan(2)
  expect(besides.some(({ carried_out }) => carried_out)).toBe(true)
  expect(besides.filter(({ in_base }) => in_base)).toEqual([])
})
