import { spawn, spawnSync } from 'node:child_process'
import { chownSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { serverAccount } from '#server/platform/db/embedded/account.ts'

/** Runs a command with KVARTER_TEST_DATABASE_URL leading to a new server of the programs in a folder: FOLDER COMMAND … */
const [programs = '', command = '', ...args] = process.argv.slice(2)
const account = serverAccount()
const folder = mkdtempSync(join(tmpdir(), 'kvarter-older-'))
if (account.uid >= 0) chownSync(folder, account.uid, account.gid)
const data = join(folder, 'data')
const quietly = { cwd: folder, stdio: 'ignore' as const, env: { PATH: '/usr/bin:/bin' }, ...account.ids }

const made = spawnSync(
  join(programs, 'initdb'),
  ['--pgdata', data, '--username', 'kvarter', '--auth', 'trust', '--encoding', 'UTF8', '--locale', 'C.UTF-8'],
  quietly
)
if (made.status !== 0) throw new Error(`initdb of ${programs} failed`)

// Trust is enough: the socket lies in a folder that nobody else may enter, and there is no other way in.
const forgetful = ['fsync', 'synchronous_commit', 'full_page_writes', 'autovacuum'].map(
  (name) => `${name}=off`
)
const server = spawn(
  join(programs, 'postgres'),
  [
    ...['-D', data, '-k', folder],
    ...['listen_addresses=', 'max_connections=60', ...forgetful].flatMap((setting) => ['-c', setting])
  ],
  quietly
)
const ended = new Promise((resolve) => server.once('exit', resolve))
const url = `postgres:///postgres?user=kvarter&host=${encodeURIComponent(folder)}`
try {
  await ready()
  process.exitCode = await run()
} finally {
  server.kill('SIGINT')
  await ended
  rmSync(folder, { recursive: true, force: true })
}

async function ready(): Promise<void> {
  for (let tries = 0; tries < 200; tries++) {
    const asked = spawnSync(join(programs, 'pg_isready'), ['-h', folder, '-q'], quietly)
    if (asked.status === 0) return
    await pause(50)
  }
  throw new Error(`The server of ${programs} did not get ready`)
}

function run(): Promise<number> {
  const env = { ...process.env, KVARTER_TEST_DATABASE_URL: url }
  const child = spawn(command, args, { stdio: 'inherit', env })
  return new Promise((resolve) => child.once('exit', (code) => resolve(code ?? 1)))
}
