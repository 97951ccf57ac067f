import { TooMany } from '../refusals.ts'

type Bounds = { atOnce: number; waiting: number; secondsEach: number }

/**
 * For what is dear: so many at once, so many in line for their turn in the order they came, and no more than that.
 * @throws TooMany where the line is full, with about how long it takes to be through.
 */
export function openTurns({
  atOnce,
  waiting,
  secondsEach
}: Bounds): <T>(work: () => Promise<T>) => Promise<T> {
  const line: (() => void)[] = []
  let working = 0
  const enter = (): Promise<void> | void => {
    if (working < atOnce) {
      working += 1
      return
    }
    if (line.length >= waiting) throw new TooMany(Math.ceil((secondsEach * (line.length + 1)) / atOnce))
    return new Promise((resolve) => line.push(resolve))
  }
  const leave = (): void => {
    const next = line.shift()
    if (next) next()
    else working -= 1
  }
  return async (work) => {
    await enter()
    try {
      return await work()
    } finally {
      leave()
    }
  }
}
