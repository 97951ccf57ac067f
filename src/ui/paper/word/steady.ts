/** Noon, so that it is the same day wherever the file is opened. */
const noonOf = (day: string): number => Date.parse(`${day}T12:00:00Z`)

/** The same row of numbers each time, that look like chance to whoever makes names of them (mulberry32). */
function sameNumbers(): () => number {
  let state = 1
  return () => {
    state = (state + 0x6d2b79f5) | 0
    const mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    const more = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((more ^ (more >>> 14)) >>> 0) / 2 ** 32
  }
}

/**
 * The library dates what it writes by the clock and names links and faces by chance. While `work` lasts both are the
 * same each time, so that the same paper is the same file. One at a time, in a process that does nothing else.
 */
export async function steadily<T>(day: string, work: () => Promise<T>): Promise<T> {
  const chance = Math.random
  const Clock = globalThis.Date
  const noon = noonOf(day)
  Math.random = sameNumbers()
  globalThis.Date = new Proxy(Clock, {
    construct: (target, given, asked) => Reflect.construct(target, given.length > 0 ? given : [noon], asked),
    get: (target, name) => (name === 'now' ? () => noon : Reflect.get(target, name))
  })
  try {
    return await work()
  } finally {
    Math.random = chance
    globalThis.Date = Clock
  }
}
