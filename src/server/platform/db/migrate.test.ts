import { createHash } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { emptyDatabase } from '#tests/database.ts'
import { migrate, type Migration } from './migrate.ts'

const file = (name: string, sql: string): Migration => ({
  name,
  sql,
  checksum: createHash('sha256').update(sql).digest('hex')
})
const first = file('0001_first.sql', 'create table one (id integer)')
const second = file('0002_second.sql', 'create table two (id integer)')

describe('migrations', () => {
  test('are run once, in order', async () => {
    const place = await emptyDatabase()
    expect(await migrate(place, [first])).toEqual(['0001_first.sql'])
    expect(await migrate(place, [first, second])).toEqual(['0002_second.sql'])
    expect(await migrate(place, [first, second])).toEqual([])
  })

  test('are run once by two who start together', async () => {
    const place = await emptyDatabase()
    const both = await Promise.all([migrate(place, [first, second]), migrate(place, [first, second])])
    expect(both.flat().sort()).toEqual(['0001_first.sql', '0002_second.sql'])
  })

  test('stop before one that fails, which leaves nothing, and say where', async () => {
    const place = await emptyDatabase()
    const broken = file('0002_broken.sql', 'create table two (id integer);\nselect nonsense;')
    await expect(migrate(place, [first, broken])).rejects.toThrow('0002_broken.sql, line 2')
    expect(await migrate(place, [first, second])).toEqual(['0002_second.sql'])
  })

  test('are refused when one that was run has been changed', async () => {
    const place = await emptyDatabase()
    await migrate(place, [first])
    await expect(migrate(place, [file(first.name, 'select 1')])).rejects.toThrow('has been changed')
  })

  test('are refused when the database is newer', async () => {
    const place = await emptyDatabase()
    await migrate(place, [first, second])
    await expect(migrate(place, [first])).rejects.toThrow('newer than this Kvarter')
  })

  test('are refused when one came in between', async () => {
    const place = await emptyDatabase()
    await migrate(place, [second])
    await expect(migrate(place, [first, second])).rejects.toThrow('should have been run before')
  })
})
