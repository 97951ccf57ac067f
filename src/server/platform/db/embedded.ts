import { join } from 'node:path'
import pg from 'pg'
import type { Secrets } from '../secrets/secrets.ts'
import { makeDataDir } from '../settings/settings.ts'
import type { Connection } from './connection.ts'
import { serverAccount } from './embedded/account.ts'
import { alone } from './embedded/alone.ts'
import { binariesFor } from './embedded/binaries.ts'
import { createCluster, superuser, startServer } from './embedded/cluster.ts'
import { placeFor, removePlace } from './embedded/place.ts'
import { stopServer } from './embedded/postmaster.ts'
import { announce, type Presence } from './embedded/presence.ts'

export type RunningDatabase = {
  connection: Connection
  /** Leaves it. True unless others use it still, in which case it goes on. */
  stop(): Promise<boolean>
}

type Options = { dataDir: string; secrets: Secrets; durable?: boolean }

/**
 * The built-in PostgreSQL of a DATA_DIR: made the first time, started unless it runs, and stopped by the last one who
 * leaves. The application's own role is no superuser; both roles' passwords come from the secret file.
 */
export async function startEmbedded({ dataDir, secrets, durable = true }: Options): Promise<RunningDatabase> {
  makeDataDir(dataDir)
  const account = serverAccount()
  return alone(join(dataDir, 'starting'), async () => {
    const place = placeFor(dataDir, account)
    const binaries = binariesFor(account, place.copies)
    const passwords = { super: password(secrets, 'superuser'), own: password(secrets, 'application') }
    createCluster(place, account, binaries, passwords.super)

    const host = await startServer(place, account, binaries, { durable })
    const connection = { host, port: 5432, user: 'kvarter', password: passwords.own, database: 'kvarter' }
    const presence = await announceOnce(connection, passwords.super)
    return { connection, stop: () => leave(dataDir, place.data, presence) }
  })
}

function leave(dataDir: string, data: string, presence: Presence): Promise<boolean> {
  return alone(join(dataDir, 'starting'), async () => {
    if (!(await presence.leave())) return false
    await stopServer(data)
    return true
  })
}

export async function removeEmbedded(dataDir: string, secrets: Secrets): Promise<boolean> {
  const running = await startEmbedded({ dataDir, secrets })
  if (!(await running.stop())) return false
  removePlace(dataDir)
  return true
}

const password = (secrets: Secrets, role: string): string =>
  secrets.keyFor(`postgres ${role}`).toString('base64url')

type Own = { host: string; port: number; user: string; password: string; database: string }

async function announceOnce(connection: Own, superPassword: string): Promise<Presence> {
  try {
    return await announce(connection)
  } catch (error) {
    // No such role, or no such database: the first start.
    if (!['28P01', '28000', '3D000'].includes((error as pg.DatabaseError).code ?? '')) throw error
    await createRoleAndDatabase(connection, superPassword)
    return announce(connection)
  }
}

async function createRoleAndDatabase(own: Own, superPassword: string): Promise<void> {
  const client = new pg.Client({ ...own, user: superuser, password: superPassword, database: 'postgres' })
  try {
    await client.connect()
  } catch (error) {
    if ((error as pg.DatabaseError).code !== '28P01') throw error
    throw new Error(
      'The file "secret" in DATA_DIR is not the one this database was made with. Put that one back.',
      {
        cause: error
      }
    )
  }
  try {
    const roles = await client.query('select from pg_roles where rolname = $1', [own.user])
    const verb = roles.rowCount ? 'alter' : 'create'
    await client.query(`${verb} role kvarter login createdb password '${own.password}'`)
    const databases = await client.query('select from pg_database where datname = $1', [own.database])
    if (!databases.rowCount) await client.query('create database kvarter owner kvarter')
  } finally {
    await client.end()
  }
}
