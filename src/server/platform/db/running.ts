import pg from 'pg'
import { openSecrets } from '../secrets/secrets.ts'
import type { Settings } from '../settings/settings.ts'
import { type RunningDatabase, startEmbedded } from './embedded.ts'

export type { RunningDatabase } from './embedded.ts'

const supported = { lowest: 15, highest: 18 }

/** DATABASE_URL where it is set, else the built-in PostgreSQL in DATA_DIR. */
export async function databaseFor(
  settings: Pick<Settings, 'databaseUrl' | 'dataDir'>
): Promise<RunningDatabase> {
  if (settings.databaseUrl === undefined) {
    return startEmbedded({ dataDir: settings.dataDir, secrets: openSecrets(settings.dataDir) })
  }
  const connection = { connectionString: settings.databaseUrl }
  await requireSupported(connection)
  return { connection, stop: async () => false }
}

async function requireSupported(connection: { connectionString: string }): Promise<void> {
  const client = new pg.Client({ ...connection, connectionTimeoutMillis: 10_000 })
  await client.connect()
  try {
    const { rows } = await client.query<{ major: number }>(
      `select current_setting('server_version_num')::int / 10000 as major`
    )
    const major = rows[0]?.major ?? 0
    if (major < supported.lowest || major > supported.highest) {
      throw new Error(
        `PostgreSQL ${major} is not supported: ${supported.lowest} to ${supported.highest} are.`
      )
    }
  } finally {
    await client.end()
  }
}
