import { describe, expect, test } from 'vitest'
import { TooMany } from '../refusals.ts'
import { openRecent } from './recent.ts'
import { openTurns } from './turns.ts'

const soon = () => new Promise((resolve) => setTimeout(resolve, 5))

describe('turns', () => {
  test('let so many work at once, in the order they came, and no more wait', async () => {
    const turn = openTurns({ atOnce: 2, waiting: 2, secondsEach: 3 })
    let working = 0
    let most = 0
    const done: number[] = []
    const work = (n: number) =>
      turn(async () => {
        most = Math.max(most, ++working)
        await soon()
        working -= 1
        done.push(n)
      })
    const all = await Promise.allSettled([1, 2, 3, 4, 5].map(work))
    expect([most, done]).toEqual([2, [1, 2, 3, 4]])
    expect(all[4]).toMatchObject({ status: 'rejected', reason: new TooMany(5) })
  })

  test('are given up by whoever does not wait any more', async () => {
    const turn = openTurns({ atOnce: 1, waiting: 1, secondsEach: 1 })
    const leaving = new AbortController()
    const first = turn(soon)
    const gone = turn(() => Promise.resolve('done'), leaving.signal)
    leaving.abort(new Error('left'))
    await expect(gone).rejects.toThrow('left')
    const last = turn(() => Promise.resolve('done'))
    await first
    expect(await last).toBe('done')
    await expect(turn(soon, leaving.signal)).rejects.toThrow('left')
  })

  test('go on after one that failed', async () => {
    const turn = openTurns({ atOnce: 1, waiting: 1, secondsEach: 1 })
    await expect(turn(() => Promise.reject(new Error('no')))).rejects.toThrow('no')
    expect(await turn(() => Promise.resolve(1))).toBe(1)
  })
})

describe('what was made lately', () => {
  const bytes = (n: number) => Promise.resolve(new Uint8Array(n))

  test('is made once, also for those who ask at the same time', async () => {
    const recent = openRecent(100)
    let made = 0
    const make = async () => {
      made += 1
      await soon()
      return new Uint8Array(10)
    }
    await Promise.all([recent('a', make), recent('a', make)])
    await recent('a', make)
    expect(made).toBe(1)
  })

  test('is held within bounds, the latest asked for longest', async () => {
    const recent = openRecent(100)
    for (const key of ['a', 'b']) await recent(key, () => bytes(40))
    await recent('a', () => bytes(1))
    await recent('c', () => bytes(40))
    expect((await recent('a', () => bytes(1))).length).toBe(40)
    expect((await recent('b', () => bytes(2))).length).toBe(2)
  })

  test('that failed is tried again', async () => {
    const recent = openRecent(100)
    await expect(recent('a', () => Promise.reject(new Error('no')))).rejects.toThrow('no')
    expect((await recent('a', () => bytes(3))).length).toBe(3)
  })
})
