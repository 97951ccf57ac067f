import { expect, test } from 'vitest'
import { alikeIn, topIn, type Planned } from './alike.ts'

const plan = (...rows: [id: string, title: string, parent?: string][]): Planned[] =>
  rows.map(([id, title, parent_id = null]) => ({ id, title, parent_id }))

const earlier = plan(
  ['skola', 'Skola'],
  ['trygghet', 'Trygg utemiljö'],
  ['arbete', 'Arbete'],
  ['las', 'Fler läser', 'skola'],
  ['unga', 'Fler unga', 'trygghet'],
  ['jobb', 'Fler i jobb', 'arbete']
)
const later = plan(
  ['S', 'SKOLA.'],
  ['T', ' trygg  utemiljö '],
  ['F', 'Fritid'],
  ['U1', 'Fler unga', 'F'],
  ['U2', 'Fler unga', 'T']
)
const alike = alikeIn(earlier, later)

test('what is called alike is found, however it is written', () => {
  expect(['skola', 'trygghet'].map(alike)).toEqual(['S', 'T'])
})

test('of several, the one under what is called alike', () => {
  expect(alike('unga')).toBe('U2')
})

test('where there is none, what it stood under; where that is not there either, nothing', () => {
  expect(alike('las')).toBe('S')
  expect(['jobb', 'arbete', 'annat'].map(alike)).toEqual([null, null, null])
})

test('what is asked about is the top of the plan', () => {
  const top = topIn(earlier)
  expect(['jobb', 'skola'].map((id) => top(id)?.id)).toEqual(['arbete', 'skola'])
  expect(top('annat')).toBeNull()
})
