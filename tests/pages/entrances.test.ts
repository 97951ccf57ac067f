import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { openDatabase } from '#server/platform/db/database.ts'
import { runtime, setRuntime } from '#server/platform/runtime.ts'
import type { Known } from '../entrances/known.ts'
import { roles, type Role } from '../entrances/roles.ts'
import { table } from '../entrances/table.ts'
import { openFrontDoor, type FrontDoor } from './front-door.ts'

let door: FrontDoor
let known: Known
const ask: FrontDoor['ask'] = (...asked) => door.ask(...asked)

beforeAll(async () => {
  door = await openFrontDoor()
  known = door.known
})
afterAll(() => door.close())

describe.each(Object.entries(table))('%s', (entrance, cases) => {
  const method = entrance.split(' ')[0] ?? 'GET'
  test.each([cases].flat().map((way, n) => [n + 1, way] as const))('%i', async (_, way) => {
    const got: Partial<Record<Role, number>> = {}
    for (const role of roles) got[role] = await door.knock(method, way, role, statusOf)
    expect(got).toEqual(way.gets)
  })
})

async function statusOf(response: Response): Promise<number> {
  await response.text()
  return response.status
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
