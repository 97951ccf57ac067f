import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { linesOf, putTogether, sumFigures, type Figure, type SumQualifier } from './summing.ts'

const figure = (
  qualifier: Figure['qualifier'],
  value: number | null,
  words: string | null = null
): Figure => ({
  qualifier,
  value,
  words,
  scope: 'this_period'
})
const about = 0.1
/** Whether `actual` is what somebody who said so may have meant; "about" is taken as within a tenth. */
const claims: Record<SumQualifier, (actual: number, value: number) => boolean> = {
  exactly: (actual, value) => Math.abs(actual - value) < 1e-6,
  about: (actual, value) => Math.abs(actual - value) <= value * about + 1e-6,
  at_least: (actual, value) => actual >= value - 1e-6,
  at_least_about: (actual, value) => actual >= value * (1 - about) - 1e-6,
  over: (actual, value) => actual > value - 1e-6,
  at_most: (actual, value) => actual <= value + 1e-6,
  on_average: () => false,
  words: () => false
}
const actuals: Record<Figure['qualifier'], (value: number, luck: number) => number> = {
  exactly: (value) => value,
  about: (value, luck) => value * (1 + (luck * 2 - 1) * about),
  at_least: (value, luck) => value + luck * 50,
  over: (value, luck) => value + 1 + luck * 50,
  at_most: (value, luck) => value * luck,
  on_average: (value) => value,
  words: () => 300
}
const told = fc
  .record({
    qualifier: fc.constantFrom<Figure['qualifier'][]>(
      'exactly',
      'about',
      'at_least',
      'over',
      'at_most',
      'on_average',
      'words'
    ),
    value: fc.integer({ min: 0, max: 100_000 }),
    luck: fc.double({ min: 0, max: 1, noNaN: true })
  })
  .map(({ qualifier, value, luck }) => ({
    ...figure(qualifier, qualifier === 'words' ? null : value, qualifier === 'words' ? 'flera hundra' : null),
    actual: actuals[qualifier](value, luck)
  }))

describe('a sum', () => {
  test.each([
    [['exactly', 'exactly'], 'exactly'],
    [['exactly', 'about'], 'about'],
    [['about', 'at_least'], 'at_least_about'],
    [['about', 'over'], 'at_least_about'],
    [['exactly', 'over'], 'over'],
    [['over', 'at_least'], 'at_least'],
    [['at_most', 'exactly'], 'at_most']
  ] as const)('of %j is %s', (qualifiers, expected) => {
    const { sum } = sumFigures(qualifiers.map((qualifier) => figure(qualifier, 10)))
    expect(sum).toEqual({ value: 20, qualifier: expected, of: 2 })
  })

  test('never holds averages or words, and says what stands beside it', () => {
    const words = figure('words', null, 'flera hundra')
    const average = figure('on_average', 11)
    expect(sumFigures([figure('exactly', 3), words, average])).toEqual({
      sum: { value: 3, qualifier: 'exactly', of: 1 },
      beside: [words, average]
    })
    expect(sumFigures([words])).toEqual({ sum: null, beside: [words] })
  })

  test('has no upper bound together with a lower one', () => {
    const most = figure('at_most', 5)
    expect(sumFigures([figure('at_least', 3), most])).toEqual({
      sum: { value: 3, qualifier: 'at_least', of: 1 },
      beside: [most]
    })
  })

  test('claims nothing that its parts do not, whatever they stood for', () =>
    fc.assert(
      fc.property(fc.array(told, { maxLength: 12 }), (figures) => {
        const { sum, beside } = sumFigures(figures)
        const added = figures.filter((one) => !beside.includes(one))
        const actual = added.reduce((total, one) => total + one.actual, 0)
        if (sum) expect(claims[sum.qualifier](actual, sum.value)).toBe(true)
        expect(sum?.of ?? 0).toBe(added.length)
      })
    ))

  test('is the same in whatever order it is added', () =>
    fc.assert(
      fc.property(fc.array(told, { maxLength: 12 }), (figures) => {
        expect(sumFigures(figures.toReversed()).sum).toEqual(sumFigures(figures).sum)
      })
    ))
})

describe('putting together', () => {
  const figures = [figure('exactly', 7), figure('about', 9), figure('exactly', 8)]
  test('takes the highest or the latest of a level', () => {
    expect(putTogether('highest', figures).sum).toEqual({ value: 9, qualifier: 'about', of: 1 })
    expect(putTogether('latest', figures).sum).toEqual({ value: 8, qualifier: 'exactly', of: 1 })
  })
  test('never adds what was said never to add up', () => {
    expect(putTogether('never', figures)).toEqual({ sum: null, beside: figures })
  })
  test('keeps this period and so far apart', () => {
    const measured = { measure_id: 'a', unit: 'mellanmål', rule: 'sum' }
    const lines = linesOf([
      { ...figure('exactly', 1), ...measured },
      { ...figure('exactly', 2), ...measured, scope: 'so_far' as const }
    ])
    expect(lines.map(({ scope, sum }) => [scope, sum?.value])).toEqual([
      ['this_period', 1],
      ['so_far', 2]
    ])
  })
})
