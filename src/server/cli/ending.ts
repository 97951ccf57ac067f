import type { Log } from '../platform/log/log.ts'

type Way = { close(): Promise<void>; hurry?(): void }

let way: Way | undefined
let asked = false

/** From the first moment, so that a Ctrl-C while the database is being started leaves none behind. */
export function heedSignals(): void {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => end(0))
}

/** How to end in order from here on. Asked for already, it happens at once. */
export function endBy(closing: Way): void {
  way = closing
  if (asked) void leave(0)
}

export function heedErrors(log: Log): void {
  process.on('unhandledRejection', (error) => log.error({ error }, 'unhandled'))
  process.on('uncaughtException', (error) => {
    log.fatal({ error }, 'uncaught')
    end(1)
  })
}

/** What fails now fails because the ground was taken away. */
export const isEnding = (): boolean => asked

function end(code: number): void {
  if (asked) return way?.hurry?.()
  asked = true
  void leave(code)
}

async function leave(code: number): Promise<void> {
  if (!way) return
  await way.close().finally(() => process.exit(code))
}
