import { expect, test } from 'vitest'
import { open } from '../../src/routes/open.ts'
import { listEntrances } from './entrances.ts'
import { table } from './table.ts'

test('every page, endpoint and action is in the table of entrances, and nothing else is', async () => {
  expect(Object.keys(table).toSorted()).toEqual(await listEntrances())
}, 60_000)

test('what is named as open exists', async () => {
  const routes = new Set((await listEntrances()).map((entrance) => entrance.replace(/^\w+ |\?.*$/g, '')))
  expect(Object.keys(open).filter((route) => !routes.has(route))).toEqual([])
}, 60_000)
