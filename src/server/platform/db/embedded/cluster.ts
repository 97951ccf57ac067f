import { spawn, spawnSync } from 'node:child_process'
import {
  closeSync,
  existsSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
  chownSync
} from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import type { Account } from './account.ts'
import { type Binaries, program } from './binaries.ts'
import type { Place } from './place.ts'
import { removeStaleFiles, runningServer } from './postmaster.ts'

export const superuser = 'postgres'

/** Small and quiet: one town's worth of work beside the application on a modest machine. */
const tuning = {
  listen_addresses: '',
  unix_socket_permissions: '0700',
  max_connections: '40',
  shared_buffers: '64MB',
  work_mem: '8MB',
  maintenance_work_mem: '64MB',
  max_wal_size: '512MB',
  wal_level: 'minimal',
  max_wal_senders: '0',
  max_logical_replication_workers: '0',
  io_method: 'sync',
  max_worker_processes: '4',
  autovacuum_worker_slots: '2',
  autovacuum_max_workers: '2',
  jit: 'off',
  timezone: 'UTC',
  log_timezone: 'UTC',
  log_checkpoints: 'off',
  // Details name the values that failed, which may be a person's.
  log_error_verbosity: 'terse',
  log_min_error_statement: 'panic'
}

/** For tests: a machine that stops loses the database, and nobody minds. */
const forgetful = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', autovacuum: 'off' }

export function createCluster(place: Place, account: Account, binaries: Binaries, password: string): void {
  if (existsSync(join(place.data, 'PG_VERSION'))) return requireSameMajor(place, binaries)
  const unfinished = join(place.folder, 'unfinished')
  const passwordFile = join(place.folder, 'password')
  rmSync(unfinished, { recursive: true, force: true })
  writeFileSync(passwordFile, password, { mode: 0o600 })
  if (account.uid >= 0) chownSync(passwordFile, account.uid, account.gid)
  try {
    const made = ['C.UTF-8', 'C'].some((locale) =>
      initdb(unfinished, locale, passwordFile, account, binaries, place)
    )
    if (!made) throw new Error(`PostgreSQL could not make its folder:\n${lastLines(place.log)}`)
  } finally {
    rmSync(passwordFile)
  }
  renameSync(unfinished, place.data)
}

function initdb(
  to: string,
  locale: string,
  passwordFile: string,
  account: Account,
  binaries: Binaries,
  place: Place
): boolean {
  rmSync(to, { recursive: true, force: true })
  const log = openLog(place, account)
  const options = [
    '--pgdata',
    to,
    '--username',
    superuser,
    '--pwfile',
    passwordFile,
    '--auth',
    'scram-sha-256'
  ]
  const words = ['--encoding', 'UTF8', '--locale', locale, '--locale-provider', 'icu', '--icu-locale', 'sv']
  const done = spawnSync(program(binaries, 'initdb'), [...options, ...words], {
    cwd: place.folder,
    env: environment,
    stdio: ['ignore', log, log],
    ...account.ids
  })
  closeSync(log)
  return done.status === 0
}

function requireSameMajor(place: Place, binaries: Binaries): void {
  const has = readFileSync(join(place.data, 'PG_VERSION'), 'utf8').trim()
  if (has === binaries.version.split('.')[0]) return
  throw new Error(
    `The database was made by PostgreSQL ${has} and this is ${binaries.version}: dump it with the Kvarter it was made by, and load that here.`
  )
}

export type Start = { durable: boolean }

/** Starts the server unless it runs already, as when an application was killed and left it behind. */
export async function startServer(
  place: Place,
  account: Account,
  binaries: Binaries,
  start: Start
): Promise<string> {
  const deadline = Date.now() + 120_000
  for (;;) {
    const running = runningServer(place.data)
    if (running?.status === 'ready') return running.socket
    if (!running) await launch(place, account, binaries, start)
    if (Date.now() > deadline) throw new Error(`PostgreSQL did not get ready:\n${lastLines(place.log)}`)
    await pause(10)
  }
}

/** Resolves when the server is ready; one that ends at once is tried again for a while, since the last one's children may linger. */
async function launch(place: Place, account: Account, binaries: Binaries, start: Start): Promise<void> {
  const deadline = Date.now() + 10_000
  for (;;) {
    removeStaleFiles(place.data, place.socket)
    const ended = await spawnServer(place, account, binaries, start)
    if (!ended) return
    if (Date.now() > deadline) throw new Error(`PostgreSQL does not start:\n${lastLines(place.log)}`)
    await pause(200)
  }
}

async function spawnServer(
  place: Place,
  account: Account,
  binaries: Binaries,
  start: Start
): Promise<boolean> {
  const log = openLog(place, account)
  const server = spawn(program(binaries, 'postgres'), ['-D', place.data, ...configuration(place, start)], {
    cwd: place.folder,
    env: environment,
    detached: true,
    stdio: ['ignore', log, log],
    ...account.ids
  })
  closeSync(log)
  let ended = false
  server.once('exit', () => (ended = true))
  server.once('error', () => (ended = true))
  server.unref()
  while (!ended && runningServer(place.data)?.status !== 'ready') await pause(5)
  return ended
}

function configuration(place: Place, start: Start): string[] {
  const all = { ...tuning, ...(start.durable ? {} : forgetful), unix_socket_directories: `"${place.socket}"` }
  return Object.entries(all).flatMap(([name, value]) => ['-c', `${name}=${value}`])
}

/** Nothing of the application's surroundings, which hold passwords, reaches the server. */
const environment = { PATH: '/usr/bin:/bin', LANG: 'C.UTF-8' }

function openLog(place: Place, account: Account): number {
  if ((statSync(place.log, { throwIfNoEntry: false })?.size ?? 0) > 1_000_000) truncateSync(place.log)
  const log = openSync(place.log, 'a', 0o600)
  if (account.uid >= 0) chownSync(place.log, account.uid, account.gid)
  return log
}

function lastLines(log: string): string {
  return readFileSync(log, 'utf8').trimEnd().split('\n').slice(-8).join('\n')
}
