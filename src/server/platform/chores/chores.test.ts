import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { startChores } from './chores.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

test('each chore keeps its own pace, whatever becomes of the others', async () => {
  const done: string[] = []
  const failures: unknown[] = []
  const stop = startChores(
    [
      {
        name: 'fails',
        everySeconds: 1,
        run: () => Promise.reject(new Error('no'))
      },
      {
        name: 'throws',
        everySeconds: 5,
        run: () => {
          throw new TypeError('never')
        }
      },
      { name: 'hangs', everySeconds: 1, run: () => (done.push('hangs'), new Promise(() => undefined)) },
      { name: 'works', everySeconds: 3, run: async () => void done.push('works') }
    ],
    (chore) => failures.push(chore)
  )
  await vi.advanceTimersByTimeAsync(7000)
  expect(done).toEqual(['hangs', 'works', 'works', 'works'])
  expect(failures.filter((chore) => chore === 'fails')).toHaveLength(7)
  expect(failures.filter((chore) => chore === 'throws')).toHaveLength(2)
  stop()
  await vi.advanceTimersByTimeAsync(7000)
  expect(done).toHaveLength(4)
})
