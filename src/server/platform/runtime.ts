import type { Db } from './db/write.ts'
import type { Live } from './live/live.ts'
import type { Log } from './log/log.ts'
import type { Secrets } from './secrets/secrets.ts'
import type { Settings } from './settings/settings.ts'

/** What a running application stands on. Opened by whoever starts it: the server, the workshop, a test. */
export type Runtime = {
  db: Db
  settings: Settings
  secrets: Secrets
  log: Log
  /** What is told while it happens; not where nobody looks. */
  live?: Live
}

// The built pages and the command that serves them load modules of their own, so it can't be held in one.
const place = Symbol.for('kvarter.runtime')
const held = globalThis as { [place]?: Runtime }

export const setRuntime = (runtime: Runtime): void => {
  held[place] = runtime
}

export function runtime(): Runtime {
  const found = held[place]
  if (!found) throw new Error('Nothing is opened yet. Start by bin/demo, bin/dev or bin/kvarter serve.')
  return found
}
