import { randomBytes } from 'node:crypto'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, inject, test, vi } from 'vitest'
import { databaseOn, openDatabase, openPool } from '#server/platform/db/database.ts'
import { openLog } from '#server/platform/log/log.ts'
import { runtime, setRuntime } from '#server/platform/runtime.ts'
import { openSecrets } from '#server/platform/secrets/secrets.ts'
import { createFront } from '#server/platform/serving/server.ts'
import { loadPages } from '#server/platform/serving/pages.ts'
import { readSettings } from '#server/platform/settings/settings.ts'
import { openSignIn } from '#server/domain/sign-in/sessions.ts'
import { signInAsDemonstration } from '#server/domain/sign-in/demonstration.ts'
import { onServer, within } from '../database/server.ts'
import { undoablePool } from '../database/undoable.ts'
import { learn, type Known } from '../entrances/known.ts'
import { mails, roles, type Role } from '../entrances/roles.ts'
import { table } from '../entrances/table.ts'
import type { Case } from '../entrances/table/case.ts'

let origin = ''
let undoable: ReturnType<typeof undoablePool>
let known: Known
const cookies = new Map<Role, string>()
const closing: (() => Promise<unknown>)[] = []

/** The built pages on one connection, so that what each role did is undone before the next one comes. */
beforeAll(async () => {
  const { server, prefix } = inject('database')
  const { story, dataDir, build } = inject('house')
  const name = `${prefix}_${randomBytes(6).toString('hex')}`
  await onServer(server, (client) => client.query(`create database ${name} template ${story}`))
  const pool = openPool(within(server, name), { connections: 1 })
  const client = await pool.connect()
  undoable = undoablePool(client)
  const db = databaseOn(undoable.pool)
  await undoable.begin()
  const secrets = openSecrets(dataDir)
  const settings = { ...readSettings({ DATA_DIR: dataDir }), port: 0 }
  const house = { db, settings, secrets, log: openLog('silent') }
  setRuntime(house)
  known = await learn(db, secrets)
  const signIn = openSignIn(db, secrets, false)
  for (const [role, mail] of Object.entries(mails)) {
    const session = await signInAsDemonstration(db, signIn, mail, new Headers())
    const [cookie] = session.cookies
    if (cookie) cookies.set(role as Role, `${cookie.name}=${encodeURIComponent(cookie.value)}`)
  }
  // What is done beside the pages would come in between on the one connection.
  vi.useFakeTimers({ toFake: ['setInterval'] })
  process.env['BUILD_DIR'] = build
  const front = createFront({ runtime: house, pages: await loadPages() })
  await new Promise<void>((resolve) => front.listen(0, '127.0.0.1', resolve))
  origin = `http://127.0.0.1:${(front.address() as AddressInfo).port}`
  closing.push(
    () => new Promise((resolve) => front.close(resolve).closeAllConnections()),
    async () => client.release(true),
    () => pool.end(),
    () => onServer(server, (client) => client.query(`drop database ${name} with (force)`))
  )
})
afterAll(async () => {
  for (const close of closing) await close()
  vi.useRealTimers()
})

async function knock(method: string, { path, body }: Case, role: Role): Promise<number> {
  const cookie = cookies.get(role)
  const response = await fetch(origin + (typeof path === 'string' ? path : path(known)), {
    method,
    redirect: 'manual',
    headers: { accept: 'text/html', origin, ...(cookie ? { cookie } : {}) },
    ...(body ? { body: formOf(body(known)) } : {})
  })
  await response.text()
  return response.status
}

const formOf = (fields: Record<string, string | string[]>): URLSearchParams =>
  new URLSearchParams(
    Object.entries(fields).flatMap(([name, value]) => [value].flat().map((one) => [name, one]))
  )

/** What it did is undone afterwards. */
async function answersTo(method: string, way: Case, role: Role): Promise<number> {
  await undoable.mark()
  const status = await knock(method, way, role)
  await undoable.undo()
  return status
}

describe.each(Object.entries(table))('%s', (entrance, cases) => {
  const method = entrance.split(' ')[0] ?? 'GET'
  test.each([cases].flat().map((way, n) => [n + 1, way] as const))('%i', async (_, way) => {
    const got: Partial<Record<Role, number>> = {}
    for (const role of roles) got[role] = await answersTo(method, way, role)
    expect(got).toEqual(way.gets)
  })
})

const ask = (path: string, init: RequestInit = {}, role: Role = 'visitor') => {
  const cookie = cookies.get(role)
  const headers = { accept: 'text/html', origin, ...(cookie ? { cookie } : {}), ...init.headers }
  return fetch(origin + path, { redirect: 'manual', ...init, headers })
}

describe('a form from another site', () => {
  test.each(['/logga-in', '/min-sida?/answer', '/installningar?/name'])('is refused at %s', async (path) => {
    const init = {
      method: 'POST',
      headers: { origin: 'https://annan.example' },
      body: new URLSearchParams({ a: 'b' })
    }
    expect((await ask(path, init, 'administrator')).status).toBe(403)
  })
})

describe('what cannot be meant', () => {
  test.each([
    ['/%ff', 400],
    ['/samverkan/exempelkvarteret/__data.json', 404],
    ['/omraden/%00', 400],
    ['/sok?q=%00', 400],
    ['/sok?q=%ff%fe', 200],
    ['/omraden/%F0%9F%8F%A0', 404],
    ['/samverkan/exempelkvarteret/insatser/1e3', 404],
    ['/samverkan/exempelkvarteret/insatser/99999999999999999999', 404],
    ['/samverkan/exempelkvarteret/omgangar/hosten-2026/svar/inte-ett-tal', 404],
    ['/samverkan/exempelkvarteret/omgangar/hosten-2026/svar/99999999999', 404],
    ['/installningar/personer/inte-ett-id', 404],
    ['/en/omraden', 404],
    ['/areas', 404],
    [`/${'a'.repeat(5000)}`, 404]
  ])('is told so at %s', async (path, status) => {
    expect((await ask(path, {}, 'administrator')).status).toBe(status)
  })

  const form = 'application/x-www-form-urlencoded'
  test.each([
    ['a form of another kind', 415, { 'content-type': 'application/json' }, '{'],
    ['a form with no parts', 400, { 'content-type': 'multipart/form-data; boundary=x' }, 'x'],
    ['a form with no boundary', 400, { 'content-type': 'multipart/form-data' }, 'x'],
    [
      'text that is not UTF-8',
      422,
      { 'content-type': form },
      Uint8Array.from([109, 97, 105, 108, 61, 0xff, 0xe5])
    ],
    ['a million characters', 422, { 'content-type': form }, `mail=${'%F0%9F%8F%A0'.repeat(1_000_000)}`],
    ['more than anyone writes', 413, { 'content-type': form }, 'a'.repeat(17 * 1024 * 1024)]
  ])('is told so in %s', async (_, status, headers, body) => {
    expect((await ask('/logga-in', { method: 'POST', headers, body })).status).toBe(status)
  })

  test('is told so by a method that is not there', async () => {
    expect((await ask('/logga-in', { method: 'PUT', body: 'x' })).status).toBe(405)
    const init = { method: 'POST', body: new URLSearchParams() }
    expect((await ask('/logga-in?/finns-inte', init)).status).toBe(404)
  })
})

describe('the front door', () => {
  test('lets nothing that is somebody’s own be kept on the way', async () => {
    const kept = async (path: string, role: Role) => (await ask(path, {}, role)).headers.get('cache-control')
    expect(await kept('/omraden', 'reader')).toBe('private, no-store')
    expect(await kept(`/svara/${known.token}`, 'visitor')).toContain('no-store')
    expect(await kept('/omraden', 'visitor')).not.toContain('no-store')
  })

  test('sends visitors to sign in, and back to where they were going', async () => {
    const { headers } = await ask('/installningar/personer?a=b')
    expect(headers.get('location')).toBe('/logga-in?till=%2Finstallningar%2Fpersoner%3Fa%3Db')
    expect((await ask('/en/settings')).headers.get('location')).toBe('/en/sign-in?till=%2Fen%2Fsettings')
  })

  test.each(['https://annan.example', '//annan.example', '/\\annan.example', 'javascript:alert(1)'])(
    'leads nobody away to %s',
    async (till) => {
      const { headers } = await ask(`/logga-in?till=${encodeURIComponent(till)}`, {}, 'reader')
      expect(headers.get('location')).toBe('/min-sida')
    }
  )

  test('gives back what was written by somebody who is no longer signed in', async () => {
    const body = new URLSearchParams({ name: 'Ett <b>namn', note: 'Flera ord' })
    const page = await (await ask('/installningar?/name', { method: 'POST', body })).text()
    expect(page).toContain('value="Ett &lt;b>namn"')
    expect(page).toContain('action="/installningar?/name"')
  })

  test('speaks the language of the address', async () => {
    expect(await (await ask('/en/nowhere')).text()).toMatch(/<html lang="en".*There is no such page here/s)
    expect(await (await ask('/ingenstans')).text()).toMatch(/<html lang="sv".*Sidan finns inte här/s)
  })

  test('says calmly that the database is away', async () => {
    const whole = runtime()
    setRuntime({ ...whole, db: openDatabase({ connectionString: 'postgres://nobody@127.0.0.1:1/nothing' }) })
    const [page, signedIn] = [await ask('/omraden'), await ask('/omraden', {}, 'reader')]
    setRuntime(whole)
    expect(page.status).toBe(503)
    expect(await page.text()).toContain('Kvarter är stängt en liten stund')
    expect(signedIn.status).toBe(503)
  })

  // The last one: what it starts goes on after it.
  test('writes down who read what is not public, and nothing else', async () => {
    const hidden = `/samverkan/exempelkvarteret/insatser/${String(known.forParties['number'])}`
    for (const path of ['/omraden', '/min-sida', hidden, '/finns-inte']) await ask(path, {}, 'reader')
    vi.advanceTimersByTime(1000)
    const { db } = runtime()
    const readings = () => db.selectFrom('internal_reading').select(['path', 'person_id']).execute()
    await vi.waitFor(async () => expect(await readings()).not.toEqual([]))
    const told = await readings()
    expect(told.filter(({ person_id }) => person_id === known.person.id).map(({ path }) => path)).toEqual(
      expect.arrayContaining(['/min-sida', hidden])
    )
    expect(told.map(({ path }) => path)).not.toContain('/omraden')
    expect(told.map(({ path }) => path)).not.toContain('/finns-inte')
  })
})
