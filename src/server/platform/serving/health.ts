import { sql } from 'kysely'
import { readMigrations, waitingOf } from '../db/migrate.ts'
import type { Db } from '../db/write.ts'

export type Health = {
  status: 'ok' | 'failing'
  database: 'ok' | 'unreachable'
  migrations: 'current' | 'waiting' | 'unknown'
  /** Messages that should have been sent by now. */
  outbox: number | null
}

const unreachable: Health = {
  status: 'failing',
  database: 'unreachable',
  migrations: 'unknown',
  outbox: null
}

export async function health(db: Db): Promise<Health> {
  try {
    const migrations = (await areMigrationsRun(db)) ? 'current' : 'waiting'
    const { waiting } = await db
      .selectFrom('message')
      .select((eb) => eb.fn.countAll<number>().as('waiting'))
      .where('state', '=', 'waiting')
      .where('next_at', '<', sql<Date>`now() - interval '5 minutes'`)
      .executeTakeFirstOrThrow()
    return {
      status: migrations === 'current' ? 'ok' : 'failing',
      database: 'ok',
      migrations,
      outbox: waiting
    }
  } catch {
    return unreachable
  }
}

async function areMigrationsRun(db: Db): Promise<boolean> {
  const done = await db.selectFrom('schema_migration').select(['name', 'checksum']).orderBy('name').execute()
  try {
    return waitingOf(readMigrations(), done).length === 0
  } catch {
    return false
  }
}
