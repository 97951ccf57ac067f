import { openDatabase } from '../platform/db/database.ts'
import { migrate } from '../platform/db/migrate.ts'
import { databaseFor, type RunningDatabase } from '../platform/db/running.ts'
import { openLive, type Live } from '../platform/live/live.ts'
import { openLog } from '../platform/log/log.ts'
import { type Runtime, setRuntime } from '../platform/runtime.ts'
import { openSecrets } from '../platform/secrets/secrets.ts'
import { readSettings, type Settings } from '../platform/settings/settings.ts'
import { endBy } from './ending.ts'

export type House = Runtime & {
  running: RunningDatabase
  live: Live
  /** The names of what was run to bring the database up to date. */
  migrated: string[]
  close(): Promise<void>
}

type Options = { settings?: Settings; statementTimeout?: number }

/** Everything a command stands on: settings, secrets, log, and a migrated, open database. */
export async function openHouse({
  settings = readSettings(),
  statementTimeout = 0
}: Options = {}): Promise<House> {
  const log = openLog(settings.logLevel)
  const secrets = openSecrets(settings.dataDir)
  const running = await databaseFor(settings)
  const migrated = await migrateOrLeave(running)
  if (migrated.length > 0) log.info({ migrations: migrated }, 'migrated')
  const db = openDatabase(running.connection, { statementTimeout })
  const live = openLive(running.connection)
  const runtime = { db, settings, secrets, log, live }
  setRuntime(runtime)
  let closing: Promise<unknown> | undefined
  const close = async () => {
    await (closing ??= live
      .close()
      .then(() => db.destroy())
      .then(() => running.stop()))
  }
  endBy({ close })
  return { ...runtime, running, migrated, close }
}

async function migrateOrLeave(running: RunningDatabase): Promise<string[]> {
  try {
    return await migrate(running.connection)
  } catch (error) {
    await running.stop()
    throw error
  }
}
