import { openDatabase } from '../platform/db/database.ts'
import { migrate } from '../platform/db/migrate.ts'
import { databaseFor, type RunningDatabase } from '../platform/db/running.ts'
import { openLog } from '../platform/log/log.ts'
import { type Runtime, setRuntime } from '../platform/runtime.ts'
import { openSecrets } from '../platform/secrets/secrets.ts'
import { readSettings, type Settings } from '../platform/settings/settings.ts'

export type House = Runtime & { running: RunningDatabase; close(): Promise<void> }

type Options = { settings?: Settings; statementTimeout?: number }

/** Everything a command stands on: settings, secrets, log, and a migrated, open database. */
export async function openHouse({
  settings = readSettings(),
  statementTimeout = 0
}: Options = {}): Promise<House> {
  const log = openLog(settings.logLevel)
  const secrets = openSecrets(settings.dataDir)
  const running = await databaseFor(settings)
  try {
    const run = await migrate(running.connection)
    if (run.length > 0) log.info({ migrations: run }, 'migrated')
  } catch (error) {
    await running.stop()
    throw error
  }
  const db = openDatabase(running.connection, { statementTimeout })
  const runtime = { db, settings, secrets, log }
  setRuntime(runtime)
  const close = async () => {
    await db.destroy()
    await running.stop()
  }
  return { ...runtime, running, close }
}
