import { once } from 'node:events'
import { request, type IncomingHttpHeaders } from 'node:http'
import type { AddressInfo, Server } from 'node:net'
import { Writable } from 'node:stream'
import { brotliDecompressSync } from 'node:zlib'
import { afterEach, describe, expect, test } from 'vitest'
import { testDatabase } from '#tests/database.ts'
import { openLog } from '../log/log.ts'
import { secretsFrom } from '../secrets/secrets.ts'
import { readSettings } from '../settings/settings.ts'
import { internalHeaders } from './origin.ts'
import { closeFront, createFront, type Pages } from './server.ts'

const db = await testDatabase()
const secrets = secretsFrom(Buffer.alloc(32))
const paragraph = '<p>Ett kvarter.</p>'.repeat(100)

let server: Server | undefined
let logged: string[] = []
afterEach(() => server?.close())

async function open(pages: Pages, env: Record<string, string> = {}): Promise<void> {
  logged = []
  const lines = new Writable({
    write: (line: Buffer, _encoding, done) => {
      logged.push(line.toString())
      done()
    }
  })
  const runtime = { db, secrets, settings: readSettings(env), log: openLog('info', lines) }
  server = createFront({ runtime, pages }).listen(0, '127.0.0.1')
  await once(server, 'listening')
}

type Answer = { status: number; headers: IncomingHttpHeaders; body: Buffer }

async function ask(path: string, headers: Record<string, string> = {}): Promise<Answer> {
  const { port } = server?.address() as AddressInfo
  const asked = request({ port, path, headers, host: '127.0.0.1', agent: false }).end()
  const [response] = await once(asked, 'response')
  const chunks: Buffer[] = []
  for await (const chunk of response) chunks.push(chunk as Buffer)
  return { status: response.statusCode, headers: response.headers, body: Buffer.concat(chunks) }
}

const echo: Pages = (request, response) => {
  const told = Object.values(internalHeaders).map((name) => request.headers[name])
  response.setHeader('content-type', 'text/plain')
  response.end(told.join(' '))
}
const page: Pages = (_request, response) => {
  response.setHeader('content-type', 'text/html')
  response.end(paragraph)
}

describe('every answer', () => {
  test('carries the headers that hold a page together', async () => {
    await open(page)
    const { headers } = await ask('/')
    expect(headers['content-security-policy']).toContain(
      "default-src 'none'; script-src 'self'; style-src 'self'"
    )
    expect(headers['content-security-policy']).not.toContain('unsafe')
    expect(headers).toMatchObject({
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'same-origin',
      'cross-origin-opener-policy': 'same-origin',
      'cache-control': 'private, no-cache'
    })
    expect(headers['strict-transport-security']).toBeUndefined()
  })

  test.each([
    '/svara/abc',
    '/svara/abc/',
    '//svara/abc',
    '/sv%61ra/abc',
    '/las%2Drapport/abc/rapport',
    '/las%2drapport/abc',
    '/svara\\abc'
  ])('to a personal link leaves no trace behind, as %s neither', async (path) => {
    await open(page)
    const { headers } = await ask(path)
    expect(logged.join('')).not.toContain('abc')
    expect(headers).toMatchObject({
      'referrer-policy': 'strict-origin',
      'cache-control': 'private, no-store',
      'x-robots-tag': 'noindex'
    })
  })

  test('is compressed when the reader takes it so', async () => {
    await open(page)
    const { headers, body } = await ask('/', { 'accept-encoding': 'br, gzip' })
    expect(headers['content-encoding']).toBe('br')
    expect(brotliDecompressSync(body).toString()).toBe(paragraph)
    expect((await ask('/')).body.toString()).toBe(paragraph)
  })

  test('is logged without what was searched for and without personal links', async () => {
    await open(page)
    await ask('/sok?q=Anna')
    await ask('/svara/hemlig')
    expect(logged.join('')).toMatch(/"path":"\/sok","status":200/)
    expect(logged.join('')).toMatch(/"path":"\/svara\/…"/)
    expect(logged.join('')).not.toMatch(/Anna|hemlig/)
  })

  test('is a 500 when the page fails, and the reason is in the log alone', async () => {
    await open(() => Promise.reject(new Error('so it is')))
    const { status, body } = await ask('/')
    expect([status, body.toString()]).toEqual([500, ''])
    expect(logged.join('')).toContain('so it is')
  })
})

describe('what the pages are told', () => {
  test('is what was seen, not what was claimed', async () => {
    await open(echo)
    const claimed = {
      host: 'kvarter.example',
      'x-forwarded-proto': 'https',
      'x-forwarded-for': '10.0.0.1',
      [internalHeaders.client]: '10.0.0.2'
    }
    expect((await ask('/', claimed)).body.toString()).toBe('http kvarter.example 127.0.0.1')
  })

  test('is what a trusted proxy says, counted from its end', async () => {
    await open(echo, { TRUST_PROXY: '1' })
    const { body, headers } = await ask('/', {
      host: 'inside',
      'x-forwarded-host': 'kvarter.example',
      'x-forwarded-proto': 'https',
      'x-forwarded-for': 'made-up, 192.0.2.7'
    })
    expect(body.toString()).toBe('https kvarter.example 192.0.2.7')
    expect(headers['strict-transport-security']).toContain('max-age')
  })

  test('is the public address where there is one', async () => {
    await open(echo, { ORIGIN: 'https://kvarter.example.se' })
    expect((await ask('/', { host: 'elsewhere' })).body.toString()).toBe('https kvarter.example.se 127.0.0.1')
  })

  test.each(['a b', 'a/b', 'user@host', 'a:999999'])('is nothing when the host is "%s"', async (host) => {
    await open(echo)
    expect((await ask('/', { host })).status).toBe(400)
  })
})

describe('/halsa', () => {
  test('is well when the database is', async () => {
    await open(page)
    const { status, body } = await ask('/halsa')
    expect(status).toBe(200)
    expect(JSON.parse(body.toString())).toEqual({
      status: 'ok',
      database: 'ok',
      migrations: 'current',
      outbox: 0
    })
  })

  test('is not when migrations are another', async () => {
    await db.updateTable('schema_migration').set({ checksum: 'another' }).execute()
    await open(page)
    expect((await ask('/halsa')).status).toBe(503)
  })
})

test('the front closes when what it began is done', async () => {
  let finish: () => void = () => undefined
  await open((_request, response) => void (finish = () => response.end('done')))
  const slow = ask('/')
  await expect.poll(() => finish.name).not.toBe('')
  await new Promise((resolve) => setTimeout(resolve, 50))
  const closed = closeFront(server as Parameters<typeof closeFront>[0])
  finish()
  expect((await slow).body.toString()).toBe('done')
  await closed
})
