import { spawn, type ChildProcess } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { createServer, type AddressInfo } from 'node:net'
import { join } from 'node:path'
import { inject } from 'vitest'
import type { Connection } from '#server/platform/db/connection.ts'
import { openDatabase } from '#server/platform/db/database.ts'
import type { Db } from '#server/platform/db/write.ts'
import { openSecrets, type Secrets } from '#server/platform/secrets/secrets.ts'
import { projectRoot, type LogLevel } from '#server/platform/settings/settings.ts'
import { onServer, within } from '../database/server.ts'

/** A running Kvarter with the story world, on a database of its own. */
export type Kvarter = {
  origin: string
  db: Db
  secrets: Secrets
  connection: Connection
  /** For a command that is to work on the same. */
  environment: Record<string, string>
  /** Puts its clock forward, where it was opened with `ahead`. */
  passes(ms: number): void
  /** What the server said went wrong since last asked. */
  complaints(): string[]
  close(): Promise<void>
}

type Options = { smtp?: string; log?: LogLevel; ahead?: boolean }

export async function openKvarter({ smtp, log = 'warn', ahead = false }: Options = {}): Promise<Kvarter> {
  const { server, prefix } = inject('database')
  const { story, dataDir } = inject('house')
  const name = `${prefix}_${randomBytes(6).toString('hex')}`
  await onServer(server, (client) => client.query(`create database ${name} template ${story}`))
  const connection = within(server, name)
  const port = await freePort()
  const environment = {
    ...settingsFor(connection, port),
    LOG_LEVEL: log,
    ...(smtp ? { SMTP_URL: smtp } : {})
  }
  const before = ahead ? ['--import', join(import.meta.dirname, 'ahead.ts')] : []
  const program = [...before, join(projectRoot, 'src/server/cli/kvarter.ts'), 'serve']
  const child = spawn(process.execPath, program, {
    cwd: projectRoot,
    env: { ...process.env, ...environment },
    stdio: ['ignore', 'pipe', 'pipe', ahead ? 'ipc' : 'ignore']
  })
  const said = listenTo(child)
  await said.ready
  const db = openDatabase(connection)
  return {
    origin: `http://localhost:${port}`,
    db,
    secrets: openSecrets(dataDir),
    connection,
    environment,
    passes: (ms) => void child.send(ms),
    complaints: said.complaints,
    close: async () => {
      await db.destroy()
      child.kill('SIGTERM')
      if (child.exitCode === null) await once(child, 'exit')
      await onServer(server, (client) => client.query(`drop database ${name} with (force)`))
    }
  }
}

const settingsFor = (connection: Connection, port: number) => ({
  NODE_ENV: 'production',
  DATABASE_URL: addressOf(connection),
  DATA_DIR: inject('house').dataDir,
  BUILD_DIR: inject('house').build,
  PORT: String(port),
  ORIGIN: ''
})

function addressOf(connection: Connection): string {
  if ('connectionString' in connection) return connection.connectionString
  const { database, ...rest } = connection
  const query = new URLSearchParams(Object.entries(rest).map(([key, value]) => [key, String(value)]))
  return `postgresql:///${database}?${query}`
}

export function listenTo(child: ChildProcess) {
  const errors: string[] = []
  let begun: () => void
  const ready = new Promise<void>((resolve, reject) => {
    begun = resolve
    child.once('exit', (code) =>
      reject(new Error(`Kvarter ended (${code}) before it began:\n${errors.join('\n')}`))
    )
  })
  const hear = (data: Buffer) => {
    for (const line of data.toString('utf8').split('\n').filter(Boolean)) {
      if (line.startsWith('Kvarter: ')) begun()
      else errors.push(line)
    }
  }
  child.stdout?.on('data', hear)
  child.stderr?.on('data', hear)
  return { ready, complaints: () => errors.splice(0) }
}

export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  server.close()
  await once(server, 'close')
  return port
}
