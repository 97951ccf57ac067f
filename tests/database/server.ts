import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { tmpdir, userInfo } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import type { Connection } from '#server/platform/db/connection.ts'
import { type RunningDatabase, startEmbedded } from '#server/platform/db/embedded.ts'
import { migrate, readMigrations } from '#server/platform/db/migrate.ts'
import { openSecrets } from '#server/platform/secrets/secrets.ts'
import { projectRoot } from '#server/platform/settings/settings.ts'

/** The server that tests use: that of KVARTER_TEST_DATABASE_URL, or a built-in one that all runs of a checkout share. */
export async function startTestServer(): Promise<RunningDatabase> {
  const given = process.env.KVARTER_TEST_DATABASE_URL
  if (given) return { connection: { connectionString: given }, stop: async () => false }
  const dataDir = join(tmpdir(), `kvarter-test-${digest(projectRoot + userInfo().uid + boot())}`)
  return startEmbedded({ dataDir, secrets: openSecrets(dataDir), durable: false })
}

/** The migrated database that all others are copies of; made once for each set of migrations. */
export function ensureTemplate(server: Connection): Promise<string> {
  const migrations = readMigrations()
  const name = `kvarter_template_${digest(migrations.map(({ checksum }) => checksum).join())}`
  return onServer(server, async (client) => {
    await client.query('select pg_advisory_lock(7164003)')
    const { rowCount } = await client.query('select from pg_database where datname = $1', [name])
    if (rowCount) return name
    await client.query(`drop database if exists ${name}_unfinished`)
    await client.query(`create database ${name}_unfinished template template0`)
    await migrate(within(server, `${name}_unfinished`), migrations)
    await client.query(`alter database ${name}_unfinished rename to ${name}`)
    return name
  })
}

const namePattern = /^kvarter_test_(\d+)_/

/** Databases of runs that are over. */
export function dropLeftovers(server: Connection, alive: (pid: number) => boolean): Promise<void> {
  return onServer(server, async (client) => {
    const { rows } = await client.query<{ name: string }>('select datname as name from pg_database')
    for (const { name } of rows) {
      const pid = namePattern.exec(name)?.[1]
      if (pid && !alive(Number(pid))) await client.query(`drop database if exists ${name}`)
    }
  })
}

export async function onServer<Result>(
  server: Connection,
  work: (client: pg.Client) => Promise<Result>
): Promise<Result> {
  const client = new pg.Client(server)
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

/** The same server, another database. */
export function within(server: Connection, database: string): Connection {
  if (!('connectionString' in server)) return { ...server, database }
  const url = new URL(server.connectionString)
  url.pathname = `/${database}`
  return { connectionString: url.toString() }
}

const digest = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 12)

/** Its server forgets to write to disk, so one that was running when the machine stopped isn't used again. */
function boot(): string {
  try {
    return readFileSync('/proc/sys/kernel/random/boot_id', 'utf8')
  } catch {
    return ''
  }
}
