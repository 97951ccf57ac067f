import { randomBytes } from 'node:crypto'
import type pg from 'pg'
import { afterAll, afterEach, beforeEach, inject } from 'vitest'
import type { Connection } from '#server/platform/db/connection.ts'
import { databaseOn, openDatabase, openPool } from '#server/platform/db/database.ts'
import type { Db } from '#server/platform/db/write.ts'
import { onServer, within } from './database/server.ts'
import { undoablePool } from './database/undoable.ts'

/**
 * A migrated, empty database for this test file. What a test writes is gone when it ends, and what `beforeAll` writes
 * when the file ends. All of it happens on one connection: for races, use `freshDatabase`.
 *
 *     const db = await testDatabase()
 */
export async function testDatabase(): Promise<Db> {
  const { server, template } = inject('database')
  const name = `${inject('database').prefix}_${process.env.VITEST_POOL_ID ?? '0'}`
  await onServer(server, (client) => copyUnlessThere(client, template, name))
  const pool = openPool(within(server, name), { connections: 1 })
  const client = await pool.connect()
  const undoable = undoablePool(client)
  const db = databaseOn(undoable.pool)
  beforeEach(() => undoable.mark())
  afterEach(() => undoable.undo())
  afterAll(async () => {
    client.release(true)
    await pool.end()
  })
  await undoable.begin()
  return db
}

export type FreshDatabase = { db: Db; connection: Connection }

/** A database of the file's own, with as many connections as it likes; nothing is undone between its tests. */
export async function freshDatabase(): Promise<FreshDatabase> {
  const { server, template, prefix } = inject('database')
  const name = `${prefix}_${randomBytes(6).toString('hex')}`
  await onServer(server, (client) => client.query(`create database ${name} template ${template}`))
  const connection = within(server, name)
  const db = openDatabase(connection)
  afterAll(async () => {
    await db.destroy()
    await onServer(server, (client) => client.query(`drop database ${name}`))
  })
  return { db, connection }
}

/** An empty database without any table. */
export async function emptyDatabase(): Promise<Connection> {
  const { server, prefix } = inject('database')
  const name = `${prefix}_${randomBytes(6).toString('hex')}`
  await onServer(server, (client) => client.query(`create database ${name} template template0`))
  afterAll(() => onServer(server, (client) => client.query(`drop database ${name}`)))
  return within(server, name)
}

async function copyUnlessThere(client: pg.Client, template: string, name: string): Promise<void> {
  const { rowCount } = await client.query('select from pg_database where datname = $1', [name])
  if (!rowCount) await client.query(`create database ${name} template ${template}`)
}
