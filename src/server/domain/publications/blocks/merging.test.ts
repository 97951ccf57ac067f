import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { mergeBlocks } from './merging.ts'

describe('a merge', () => {
  const pool = Array.from({ length: 8 }, (_, at) => `id-${at}`)
  const some = fc
    .tuple(
      fc.shuffledSubarray(pool),
      fc.array(fc.constantFrom(null, 'a', 'b', 'c'), { minLength: 16, maxLength: 16 })
    )
    .map(([ids, texts]) =>
      ids.map((one, at) => ({
        id: one,
        heading: texts[at] ?? null,
        prose: texts[at + 8] ?? null,
        settings: texts[at] ? { told: texts[at] } : {}
      }))
    )
  const clean = (blocks: unknown) => ({ blocks, clashes: [], kept: [] })

  test('of nothing changes nothing', () =>
    fc.assert(
      fc.property(some, some, (base, theirs) => {
        expect(mergeBlocks(base, base, theirs)).toEqual(clean(theirs))
      })
    ))
  test('with nothing is what I wrote', () =>
    fc.assert(
      fc.property(some, some, (base, mine) => {
        expect(mergeBlocks(base, mine, base)).toEqual(clean(mine))
      })
    ))
  test('of the same is the same', () =>
    fc.assert(
      fc.property(some, some, (base, both) => {
        expect(mergeBlocks(base, both, both)).toEqual(clean(both))
      })
    ))

  test('loses nothing that somebody wrote', () =>
    fc.assert(
      fc.property(some, some, some, (base, mine, theirs) => {
        const { blocks, clashes } = mergeBlocks(base, mine, theirs)
        const was = new Map(base.map((one) => [one.id, one]))
        expect(new Set(blocks.map((one) => one.id)).size).toBe(blocks.length)
        for (const one of [...mine, ...theirs]) {
          if (one.prose === was.get(one.id)?.prose) continue
          const stands = blocks.find((other) => other.id === one.id)?.prose === one.prose
          const told = clashes.some((clash) => clash.id === one.id && clash.prose)
          expect(stands || told).toBe(true)
        }
      }),
      { numRuns: 1000 }
    ))

  const called = (names: string) => [...names].map((id) => ({ id, heading: null, prose: null, settings: {} }))
  const order = (base: string, mine: string, theirs: string) =>
    mergeBlocks(called(base), called(mine), called(theirs))
      .blocks.map(({ id }) => id)
      .join('')
  test.each([
    ['each moves one', 'abcdef', 'acdbef', 'fabcde', 'facdbe'],
    ['both move the same: where I put it', 'abcdef', 'bcdeaf', 'bacdef', 'bcdeaf'],
    ['I put one after one that they moved', 'abcdef', 'bcdeaf', 'abcdfe', 'bcdfea'],
    ['I put one after one that they took away', 'abcd', 'bcad', 'abd', 'bad'],
    ['I add after what they moved', 'abc', 'axbc', 'bca', 'bcax'],
    ['they add where I have moved', 'abcd', 'dabc', 'abxcd', 'dabxc'],
    ['I turn them about, they move one', 'abcd', 'dcba', 'bacd', 'dcba']
  ])('of two orders, %s', (_, base, mine, theirs, both) => {
    expect(order(base, mine, theirs)).toBe(both)
  })

  test('of two orders lets stand how they put all that I did not move', () =>
    fc.assert(
      fc.property(
        fc.shuffledSubarray(pool, { minLength: 8 }),
        fc.shuffledSubarray(pool, { minLength: 8 }),
        fc.nat(7),
        fc.nat(7),
        (base, theirs, from, to) => {
          const mine = base.toSpliced(from, 1).toSpliced(to, 0, base[from]!)
          const names = (ids: string[]) => ids.map((id) => ({ id, heading: null, prose: null, settings: {} }))
          const both = mergeBlocks(names(base), names(mine), names(theirs)).blocks.map(({ id }) => id)
          // One step is as well the neighbour's, the other way.
          const isPut = [base[from]!, base[to]!].some(
            (one) =>
              String(both.filter((id) => id !== one)) === String(theirs.filter((id) => id !== one)) &&
              (from === to || both[both.indexOf(one) - 1] === mine[mine.indexOf(one) - 1])
          )
          expect(isPut).toBe(true)
        }
      ),
      { numRuns: 1000 }
    ))
})
