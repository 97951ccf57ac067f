import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { openSecrets } from '../secrets/secrets.ts'
import { type RunningDatabase, removeEmbedded, startEmbedded } from './embedded.ts'
import { runningServer } from './embedded/postmaster.ts'

let dataDir: string
beforeEach(() => {
  const folder = mkdtempSync(join(tmpdir(), 'kvarter-inbyggd '))
  // Where root may enter alone, the database would lie elsewhere.
  chmodSync(folder, 0o755)
  dataDir = join(folder, 'på en plats med å och mellanslag')
})
afterEach(() => rmSync(join(dataDir, '..'), { recursive: true, force: true }))

const start = () => startEmbedded({ dataDir, secrets: openSecrets(dataDir) })
const serverPid = () => runningServer(join(dataDir, 'postgres', 'data'))?.pid

function killServer(): void {
  const pid = serverPid()
  // Never 0, which is this process with its relatives.
  if (!pid) throw new Error('no server to kill')
  process.kill(pid, 'SIGKILL')
}

async function ask<Row extends pg.QueryResultRow>(
  { connection }: RunningDatabase,
  sql: string
): Promise<Row[]> {
  const client = new pg.Client(connection)
  client.on('error', () => undefined)
  await client.connect()
  try {
    return (await client.query<Row>(sql)).rows
  } finally {
    await client.end()
  }
}

/** An application in a process of its own that has the database open and says so. */
async function application(): Promise<{ pid: number; kill(): Promise<void> }> {
  const module = new URL('./embedded.ts', import.meta.url).href
  const secrets = new URL('../secrets/secrets.ts', import.meta.url).href
  const script = `
    const { startEmbedded } = await import(${JSON.stringify(module)})
    const { openSecrets } = await import(${JSON.stringify(secrets)})
    const dataDir = ${JSON.stringify(dataDir)}
    await startEmbedded({ dataDir, secrets: openSecrets(dataDir) })
    process.stdout.write('open')
    setInterval(() => {}, 1000)`
  const child = spawn(process.execPath, ['--input-type=module', '-e', script], {
    stdio: ['ignore', 'pipe', 'inherit']
  })
  await once(child.stdout, 'data')
  const kill = async () => {
    child.kill('SIGKILL')
    await once(child, 'exit')
  }
  return { pid: child.pid ?? 0, kill }
}

describe('the built-in database', { timeout: 120_000 }, () => {
  test('sorts as in Swedish, keeps what is written, and is no superuser’s', async () => {
    const first = await start()
    await ask(first, `create table word as select unnest(array['ö', 'z', 'å', 'a', 'ä']) as word`)
    await first.stop()
    expect(serverPid()).toBeUndefined()
    const second = await start()
    const sorted = await ask<{ word: string }>(second, 'select word from word order by word')
    expect(sorted.map(({ word }) => word).join('')).toBe('azåäö')
    expect(await ask(second, 'select rolsuper from pg_roles where rolname = current_user')).toEqual([
      { rolsuper: false }
    ])
    await second.stop()
  })

  test('stops with the last of those who use it', async () => {
    const [one, other] = await Promise.all([start(), start()])
    expect(await one.stop()).toBe(false)
    expect(await ask(other, 'select 1 as one')).toEqual([{ one: 1 }])
    expect(await other.stop()).toBe(true)
    expect(serverPid()).toBeUndefined()
  })

  test('is taken over from an application that was killed', async () => {
    const killed = await application()
    const before = serverPid()
    await killed.kill()
    const next = await start()
    expect(serverPid()).toBe(before)
    expect(await next.stop()).toBe(true)
  })

  test('comes back when both it and the application were killed, with all that was acknowledged', async () => {
    const killed = await application()
    const running = await start()
    await ask(running, 'create table saved as select 1 as one')
    killServer()
    await killed.kill()
    const next = await start()
    expect(await ask(next, 'select one from saved')).toEqual([{ one: 1 }])
    await next.stop()
  })

  test('is thrown away only when nobody uses it', async () => {
    const running = await start()
    expect(await removeEmbedded(dataDir, openSecrets(dataDir))).toBe(false)
    await running.stop()
    expect(await removeEmbedded(dataDir, openSecrets(dataDir))).toBe(true)
  })

  test('is not opened by another secret', async () => {
    await (await start()).stop()
    rmSync(join(dataDir, 'secret'))
    await expect(start()).rejects.toThrow('is not the one this database was made with')
  })
})
