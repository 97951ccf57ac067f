import { statfsSync, statSync } from 'node:fs'
import { connect } from 'node:net'
import pg from 'pg'
import type { Connection } from '../platform/db/connection.ts'
import { appliedMigrations, readMigrations, waitingOf } from '../platform/db/migrate.ts'
import { databaseFor } from '../platform/db/running.ts'
import { openSecrets, secretFile } from '../platform/secrets/secrets.ts'
import { readSettings, type Settings } from '../platform/settings/settings.ts'
import { reasonFor } from './reasons.ts'
import { CommandError, say } from './speaking.ts'

/** Gives what was found; throws what is wrong. */
type Examination = () => Promise<string> | string

export async function doctor(): Promise<void> {
  const settings = readSettings()
  const found = [
    await examine('Node', node),
    await examine('Secret', () => secret(settings)),
    await examine('Disk', () => disk(settings)),
    await examine('Mail', () => mail(settings)),
    await examine('Address', () => publicOrigin(settings)),
    ...(await examineDatabase(settings))
  ]
  if (found.includes(false)) throw new CommandError('Something needs seeing to.')
}

async function examine(what: string, examination: Examination): Promise<boolean> {
  try {
    say(`✓ ${what.padEnd(12)} ${await examination()}`)
    return true
  } catch (error) {
    say(`✗ ${what.padEnd(12)} ${reasonFor(error)}`)
    return false
  }
}

async function examineDatabase(settings: Settings): Promise<boolean[]> {
  let running: Awaited<ReturnType<typeof databaseFor>> | undefined
  const opened = await examine('Database', async () => {
    running = await databaseFor(settings)
    return settings.databaseUrl ? 'that of DATABASE_URL answers' : 'the built-in one answers'
  })
  if (!running) return [opened]
  try {
    const client = await connected(running.connection)
    const results = [
      await examine('Version', () => version(client)),
      await examine('Migrations', () => migrations(client)),
      await examine('Clock', () => clock(client))
    ]
    await client.end()
    return [opened, ...results]
  } finally {
    await running.stop()
  }
}

async function connected(connection: Connection): Promise<pg.Client> {
  const client = new pg.Client(connection)
  await client.connect()
  return client
}

function node(): string {
  const [major = 0] = process.versions.node.split('.').map(Number)
  if (major < 24)
    throw new CommandError(`${process.version} is too old. Start by bin/kvarter, which brings its own.`)
  return process.version
}

function secret({ dataDir }: Settings): string {
  openSecrets(dataDir)
  const mode = statSync(secretFile(dataDir)).mode & 0o777
  return `${secretFile(dataDir)}, ${mode.toString(8)}. Keep a copy apart from the dumps.`
}

function disk({ dataDir }: Settings): string {
  const { bavail, bsize } = statfsSync(dataDir)
  const free = (bavail * bsize) / 1e9
  if (free < 1) throw new CommandError(`${free.toFixed(1)} GB left where DATA_DIR is`)
  return `${free.toFixed(0)} GB left where DATA_DIR is`
}

async function mail({ smtpUrl, mailFrom }: Settings): Promise<string> {
  if (!smtpUrl) return 'no SMTP_URL: mail stays in the outbox page'
  const { hostname, port, protocol } = new URL(smtpUrl)
  await reach(hostname, Number(port) || (protocol === 'smtps:' ? 465 : 587))
  return `${hostname} answers; the sender is ${mailFrom}`
}

function reach(host: string, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const socket = connect({ host, port, timeout: 5_000 })
    const give = (reason: string) => {
      socket.destroy()
      reject(new CommandError(`${host}:${port} ${reason}`))
    }
    socket.once('error', () => give('can not be reached'))
    socket.once('timeout', () => give('does not answer'))
    socket.once('connect', () => {
      socket.destroy()
      resolve()
    })
  })
}

function publicOrigin({ origin, host, port }: Settings): string {
  const listening = `listens on ${host}:${port}`
  if (origin) return `${origin}; ${listening}`
  return `no ORIGIN: mail would lead to http://localhost:${port}; ${listening}`
}

async function version(client: pg.Client): Promise<string> {
  const { rows } = await client.query<{ server_version: string }>('show server_version')
  return `PostgreSQL ${rows[0]?.server_version}`
}

async function migrations(client: pg.Client): Promise<string> {
  const waiting = waitingOf(readMigrations(), await appliedMigrations(client))
  if (waiting.length > 0) throw new CommandError(`${waiting.length} to run: kvarter migrate`)
  return 'all run'
}

async function clock(client: pg.Client): Promise<string> {
  const { rows } = await client.query<{ now: Date }>('select clock_timestamp() as now')
  const apart = Math.abs(Date.now() - (rows[0]?.now.getTime() ?? 0)) / 1000
  if (apart > 5) throw new CommandError(`this machine and the database are ${apart.toFixed(0)} seconds apart`)
  return `${new Date().toISOString()}, the same as the database's`
}
