import { describe, expect, test } from 'vitest'
import { write, type Tx } from '#server/platform/db/write.ts'
import { testDatabase } from '#tests/database.ts'
import { smallWorld } from '#tests/round.ts'
import { cli } from '../people/actor.ts'
import { measureFor } from './measures.ts'
import { listMeasures, mergeMeasure, splitMeasure } from './merging.ts'
import { linesOf } from './summing.ts'

const db = await testDatabase()

async function counted(...units: string[]) {
  const world = await smallWorld(db)
  const ids = await write(db, cli, async (tx) => {
    const made: string[] = []
    for (const unit of units) made.push(await measureFor(tx, world.collaboration, unit, 'sum'))
    return made
  })
  const actor = world.roles.coordinator
  const doing = (work: (tx: Tx) => Promise<void>) => write(db, actor, work)
  const merge = (measure = '', into = '') => doing((tx) => mergeMeasure(tx, actor, { measure, into }))
  const split = (measure = '') => doing((tx) => splitMeasure(tx, actor, { measure }))
  const told = async () =>
    Object.fromEntries(
      (await listMeasures(db, actor, world.collaboration)).map(({ unit, merged_into_id }) => [
        unit,
        units[ids.indexOf(merged_into_id ?? '')] ?? null
      ])
    )
  return { ...world, ids, merge, split, told }
}

describe('merging measures', () => {
  test('counts one as another, and can be undone', async () => {
    const { ids, merge, split, told } = await counted('besök', 'besökare')
    await merge(ids[1], ids[0])
    await merge(ids[1], ids[0])
    expect(await told()).toEqual({ besök: null, besökare: 'besök' })
    await split(ids[1])
    await split(ids[1])
    expect(await told()).toEqual({ besök: null, besökare: null })
  })

  test('never makes a chain or a ring', async () => {
    const { ids, merge, told } = await counted('a', 'b', 'c', 'd')
    await merge(ids[0], ids[1])
    await merge(ids[1], ids[2])
    expect(await told()).toMatchObject({ a: 'c', b: 'c' })
    await merge(ids[3], ids[0])
    expect(await told()).toMatchObject({ d: 'c' })
    await expect(merge(ids[2], ids[0])).rejects.toMatchObject({ errors: { into: 'not_a_choice' } })
    await expect(merge(ids[2], ids[2])).rejects.toMatchObject({ errors: { into: 'not_a_choice' } })
  })

  test('is nobody’s but the coordinators’', async () => {
    const { ids, roles } = await counted('a', 'b')
    const { representative } = roles
    const trying = write(db, representative, (tx) =>
      mergeMeasure(tx, representative, { measure: ids[0] ?? '', into: ids[1] ?? '' })
    )
    await expect(trying).rejects.toThrow('measure')
  })
})

test('merged measures are one line, in the unit they are counted in', () => {
  const figure = { qualifier: 'exactly' as const, words: null, scope: 'this_period' as const, rule: 'sum' }
  const [line, ...others] = linesOf([
    { ...figure, value: 3, measure_id: 'besök', unit: 'besökare', measure_unit: 'besök' },
    { ...figure, value: 4, measure_id: 'besök', unit: 'besök', measure_unit: 'besök' }
  ])
  expect(line).toMatchObject({ unit: 'besök', sum: { value: 7, of: 2 } })
  expect(others).toEqual([])
})
