import { sql } from 'kysely'
import { afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { setClock } from '#server/platform/clock.ts'
import { newId, type Id } from '#server/platform/db/ids.ts'
import { write, type Tx } from '#server/platform/db/write.ts'
import { testDatabase } from '#tests/database.ts'
import { makeFollowedUp } from '#tests/publications/followed-up.ts'
import { makePromise } from '#tests/publications/promise.ts'
import { listLiftedFigures } from '../../commitments/happenings.ts'
import { cli } from '../../people/actor.ts'
import type { BlockSettings } from '../settings.ts'
import { completion } from './completion.ts'
import { deeds, notCarriedOut } from './deeds.ts'
import { figures } from './figures.ts'
import { materialFor } from './material.ts'
import { quarter, totals } from './overview.ts'
import { readerOf } from './reader.ts'

const db = await testDatabase()
let world: Awaited<ReturnType<typeof makeFollowedUp>>
beforeAll(async () => {
  world = await makeFollowedUp(db)
})
beforeEach(() => setClock(new Date('2026-08-01T10:00:00Z')))
afterEach(() => setClock(null))

describe('a block that is set to a round', () => {
  const latest = { round: 'latest' }

  test('tells what was answered in that round only', async () => {
    const titled = async (settings: BlockSettings) =>
      (await world.by(deeds, settings)).groups.flatMap((group) =>
        group.deeds.map(({ title, text }) => [title, text])
      )
    expect(await titled({})).toEqual([
      ['Frukost', 'Varje dag.'],
      ['Läxhjälp', 'Läxhjälp finns.'],
      ['Torgdag', 'Nu är det två.']
    ])
    expect(await titled(latest)).toEqual([['Torgdag', 'Nu är det två.']])
    expect(await titled({ round: world.promise.round })).toContainEqual(['Torgdag', 'Det blev en.'])
    expect(await titled({ round: newId() })).toEqual([])
  })

  test('adds the figures of that round only', async () => {
    const sums = async (settings: BlockSettings) =>
      (await world.by(figures, settings)).sums.map(({ value }) => value)
    expect([await sums({}), await sums(latest), await sums({ round: world.promise.round })]).toEqual([
      [105],
      [5],
      [100]
    ])
  })

  test('tells in which focus areas the figures were told, unless it is set to one', async () => {
    const areas = async (settings: BlockSettings) =>
      (await world.by(figures, settings)).sums.map((sum) => sum.areas ?? null)
    expect(await areas({})).toEqual([['Skola', 'Fritid']])
    expect(await areas(latest)).toEqual([['Fritid']])
    expect(await areas({ objective: world.leisure })).toEqual([null])
  })

  test('adds what was told in all rounds that ask about the same year as the latest', async () => {
    const sums = async () => (await world.by(figures, { round: 'year' })).sums.map(({ value }) => value)
    const { to_day } = await db
      .selectFrom('round')
      .select('to_day')
      .where('id', '=', world.promise.round)
      .executeTakeFirstOrThrow()
    const moved = (day: string) =>
      write(db, cli, (tx) =>
        tx.updateTable('round').set({ to_day: day }).where('id', '=', world.promise.round).execute()
      )
    expect(await sums()).toEqual([5])
    await moved('2026-03-31')
    expect(await sums()).toEqual([105])
    expect((await world.by(totals, { round: 'year' })).computed?.of).toBe(4)
    await moved(to_day)
  })

  test('is not what the figures of a page tell: there all rounds of what was ever lifted out are added', async () => {
    const reader = readerOf({ audience: 'public', collaboration_id: world.promise.collaboration })
    const lifted = async () =>
      (await listLiftedFigures(db, reader, world.promise.collaboration)).map(({ value }) => value)
    expect(await lifted()).toEqual([])
    const lifting = newId()
    const lift = (highlight: boolean) =>
      write(db, cli, (tx) =>
        tx
          .updateTable('report')
          .set({ highlight_id: highlight ? lifting : null })
          .where('commitment_id', '=', world.idOf('Torgdag'))
          .where('round_id', '=', world.promise.round)
          .execute()
      )
    await write(db, cli, (tx) =>
      tx
        .insertInto('highlight')
        .values({ id: lifting, collaboration_id: world.promise.collaboration })
        .execute()
    )
    await lift(true)
    expect(await lifted()).toEqual([5])
    await write(db, cli, (tx) => manyFigures(tx, world.idOf('Torgdag'), world.promise.round))
    expect((await lifted()).at(-1)).toBe(5)
    await lift(false)
  })

  test('counts against what that round asked for', async () => {
    expect((await world.by(totals)).computed).toEqual({ carriedOut: 3, begun: 0, unanswered: 0, of: 4 })
    expect(await world.by(totals, latest)).toMatchObject({
      computed: { carriedOut: 1, begun: 0, unanswered: 1, of: 2 },
      round: { name: 'Halvåret' },
      described: 1
    })
  })
})

/** More of an answer than anybody writes. */
const manyFigures = (tx: Tx, commitment: Id, round: Id) =>
  sql`insert into figure (id, report_version_id, measure_id, sort, qualifier, value, scope)
    select gen_random_uuid(), accepted_version_id, (select id from measure limit 1), sort, 'exactly', 1, 'this_period'
    from report, generate_series(1, 300) as sort
    where commitment_id = ${commitment} and round_id = ${round}`.execute(tx)

describe('a block that is set to a focus area', () => {
  test('tells of that area', async () => {
    const settings = { objective: world.leisure }
    expect(
      (await world.by(deeds, settings)).groups.flatMap((group) => group.deeds).map(({ title }) => title)
    ).toEqual(['Torgdag'])
    expect((await world.by(figures, settings)).sums.map(({ value }) => value)).toEqual([5])
    expect((await world.by(totals, settings)).computed).toMatchObject({ carriedOut: 1, of: 1 })
    expect((await world.by(quarter, settings)).streets.map(({ title }) => title)).toEqual(['Fritid'])
    expect((await world.by(notCarriedOut, settings)).items).toEqual([])
  })
})

test('deeds are as many as are wanted, and the rest are counted', async () => {
  const { groups, more } = await world.by(deeds, { most: '1' as never })
  expect([groups.flatMap((group) => group.deeds).length, more]).toEqual([1, 2])
  expect((await world.by(deeds, { extent: 'highlights' })).more).toBe(3)
})

test('completion divides the base so that each is counted once', async () => {
  const { rows, whole, followedUp } = await world.by(completion)
  const none = { begun: 0, notDone: 0, unanswered: 0, waiting: 0 }
  expect(rows).toEqual([
    { title: 'Skola', of: 3, carriedOut: 2, ...none, notDone: 1 },
    { title: 'Fritid', of: 1, carriedOut: 1, ...none }
  ])
  expect([whole.of, followedUp]).toEqual([4, true])
})

test('as many questions are asked of the database for one commitment as for all', async () => {
  const counted = async (collaboration_id: Id) => {
    let count = 0
    const counting = db.withPlugin({
      transformQuery: ({ node }) => {
        count += 1
        return node
      },
      transformResult: async ({ result }) => result
    })
    await materialFor(counting, { audience: 'public', collaboration_id })
    return count
  }
  const one = await makePromise(db, [{ title: 'Ensam', told: { done: 'Ja.' } }])
  const asked = await counted(one.collaboration)
  expect(asked).toBeGreaterThan(10)
  expect(await counted(world.promise.collaboration)).toBe(asked)
})
