import { expect, test } from 'vitest'
import { countedOnce } from './joined.ts'

const told = (
  report_id: string,
  highlight_id: string | null = null,
  figures_from_id: string | null = null
) => ({
  report_id,
  highlight_id,
  figures_from_id
})
const ids = (some: { report_id: string }[]) => some.map(({ report_id }) => report_id)

test('what each tells for itself is counted, lifted or not', () =>
  expect(ids(countedOnce([told('a'), told('b', 'one'), told('c', 'two')]))).toEqual(['a', 'b', 'c']))
test('what several tell together is counted as the chosen one tells it', () =>
  expect(ids(countedOnce([told('a', 'one', 'b'), told('b', 'one', 'b'), told('c')]))).toEqual(['b', 'c']))
test('as the first that is seen, where the chosen one is not', () =>
  expect(ids(countedOnce([told('a', 'one', 'z'), told('b', 'one', 'z')]))).toEqual(['a']))
