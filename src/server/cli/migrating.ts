import { migrate } from '../platform/db/migrate.ts'
import { databaseFor } from '../platform/db/running.ts'
import { readSettings } from '../platform/settings/settings.ts'
import { say } from './speaking.ts'

export async function migrateDatabase(): Promise<void> {
  const running = await databaseFor(readSettings())
  try {
    const run = await migrate(running.connection)
    for (const name of run) say(name)
    say(run.length > 0 ? `${run.length} run.` : 'The database is up to date.')
  } finally {
    await running.stop()
  }
}
