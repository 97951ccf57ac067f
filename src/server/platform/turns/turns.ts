import { TooMany } from '../refusals.ts'

type Bounds = { atOnce: number; waiting: number; secondsEach: number }
/** Whoever is aborted by `signal` gives up the place in line. */
type Turn = <T>(work: () => Promise<T>, signal?: AbortSignal) => Promise<T>

/**
 * For what is dear: so many at once, so many in line for their turn in the order they came, and no more than that.
 * @throws TooMany where the line is full, with about how long it takes to be through.
 */
export function openTurns({ atOnce, waiting, secondsEach }: Bounds): Turn {
  const line: (() => void)[] = []
  let working = 0
  const wait = (signal?: AbortSignal): Promise<void> => {
    if (line.length >= waiting) throw new TooMany(Math.ceil((secondsEach * (line.length + 1)) / atOnce))
    return new Promise((resolve, reject) => {
      const giveUp = () => {
        line.splice(line.indexOf(begin), 1)
        reject(signal?.reason as Error)
      }
      const begin = () => {
        signal?.removeEventListener('abort', giveUp)
        resolve()
      }
      signal?.addEventListener('abort', giveUp, { once: true })
      line.push(begin)
    })
  }
  const enter = async (signal?: AbortSignal): Promise<void> => {
    signal?.throwIfAborted()
    if (working >= atOnce) return wait(signal)
    working += 1
  }
  const leave = (): void => {
    const next = line.shift()
    if (next) next()
    else working -= 1
  }
  return async (work, signal) => {
    await enter(signal)
    try {
      return await work()
    } finally {
      leave()
    }
  }
}
