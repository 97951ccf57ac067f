import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import { projectRoot } from '../settings/settings.ts'
import type { Connection } from './connection.ts'

export type Migration = { name: string; checksum: string; sql: string }

export class MigrationError extends Error {}

const lockKey = 7_164_002

export function readMigrations(folder: string = join(projectRoot, 'migrations')): Migration[] {
  const names = readdirSync(folder).filter((name) => name.endsWith('.sql'))
  return names.sort().map((name) => {
    const sql = readFileSync(join(folder, name), 'utf8')
    return { name, checksum: createHash('sha256').update(sql).digest('hex'), sql }
  })
}

/** Runs what has not been run, each file in a transaction of its own. Gives the names of those. */
export async function migrate(connection: Connection, migrations = readMigrations()): Promise<string[]> {
  const client = new pg.Client({ ...connection, application_name: 'kvarter migrate' })
  await client.connect()
  try {
    await client.query('select pg_advisory_lock($1)', [lockKey])
    await createRecord(client)
    const waiting = waitingOf(migrations, await applied(client))
    for (const migration of waiting) await apply(client, migration)
    return waiting.map(({ name }) => name)
  } finally {
    await client.end()
  }
}

type Applied = { name: string; checksum: string }

/** What is left to run; refuses a history that is not a beginning of ours. */
export function waitingOf(migrations: Migration[], done: Applied[]): Migration[] {
  const ours = new Map(migrations.map((migration) => [migration.name, migration]))
  for (const { name, checksum } of done) {
    const migration = ours.get(name)
    if (!migration) {
      throw new MigrationError(
        `The database is newer than this Kvarter: it has ${name}. Upgrade, or load a dump.`
      )
    }
    if (migration.checksum !== checksum) {
      throw new MigrationError(
        `${name} has been changed since it was run here. Put it back; write a new file instead.`
      )
    }
  }
  const names = new Set(done.map(({ name }) => name))
  const waiting = migrations.filter(({ name }) => !names.has(name))
  const last = done.at(-1)?.name
  const late = waiting.find(({ name }) => last !== undefined && name < last)
  if (late)
    throw new MigrationError(`${late.name} should have been run before ${last}. Give it a later number.`)
  return waiting
}

export async function appliedMigrations(client: Pick<pg.ClientBase, 'query'>): Promise<Applied[]> {
  const { rows } = await client.query<{ known: boolean }>(
    `select to_regclass('schema_migration') is not null as known`
  )
  return rows[0]?.known ? applied(client) : []
}

async function applied(client: Pick<pg.ClientBase, 'query'>): Promise<Applied[]> {
  const { rows } = await client.query<Applied>(
    'select name, checksum from schema_migration order by name collate "C"'
  )
  return rows
}

async function createRecord(client: pg.Client): Promise<void> {
  await client.query(`
    create table if not exists schema_migration (
      name text primary key,
      checksum text not null,
      applied_at timestamptz not null default now()
    )`)
}

async function apply(client: pg.Client, { name, checksum, sql }: Migration): Promise<void> {
  await client.query('begin')
  try {
    await client.query(sql)
    await client.query('insert into schema_migration (name, checksum) values ($1, $2)', [name, checksum])
    await client.query('commit')
  } catch (error) {
    await client.query('rollback')
    throw new MigrationError(`${name}${place(error, sql)}: ${(error as Error).message}`, { cause: error })
  }
}

function place(error: unknown, sql: string): string {
  const position = Number((error as pg.DatabaseError).position)
  return position ? `, line ${sql.slice(0, position).split('\n').length}` : ''
}
