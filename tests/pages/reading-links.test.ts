import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { cli } from '#server/domain/people/actor.ts'
import { forgetReaders } from '#server/domain/comments/forgetting.ts'
import { withdrawReader } from '#server/domain/comments/sending.ts'
import { setClock } from '#server/platform/clock.ts'
import { write } from '#server/platform/db/write.ts'
import { openFrontDoor, type FrontDoor } from './front-door.ts'

let door: FrontDoor
let link: string

beforeAll(async () => {
  door = await openFrontDoor()
  link = `/las-rapport/${door.known.reading.token}`
})
afterAll(() => door.close())

const pages = () => [link, `${link}/rapport`, link.replace('/las-rapport', '/en/read-report')]

describe('a link to read a report', () => {
  test('is found by nobody else, kept by nobody, and tells no other site where one came from', async () => {
    for (const page of pages()) {
      const { status, headers } = await door.ask(page)
      expect([status, headers.get('cache-control'), headers.get('x-robots-tag')]).toEqual([
        200,
        expect.stringContaining('no-store'),
        'noindex'
      ])
      expect(headers.get('referrer-policy')).toBe('strict-origin')
    }
    expect(await (await door.ask('/robots.txt')).text()).toContain('Disallow: /las-rapport\n')
  })

  test.each([
    ['escaped', (page: string) => page.replace('-', '%2D'), 200],
    ['escaped in small letters', (page: string) => page.replace('s-', '%73%2d'), 200],
    ['with a slash at its end', (page: string) => `${page}/`, 308],
    ['with two slashes', (page: string) => `/${page}`, 404],
    ['by the word of its route', (page: string) => page.replace('las-rapport', 'read%2Dreport'), 404],
    ['of a page that is not there', (page: string) => `${page}/x/y`, 404]
  ])('is told of nowhere, %s', async (_how, written, expected) => {
    const { status, headers } = await door.ask(written(link))
    expect([status, headers.get('cache-control'), headers.get('x-robots-tag')]).toEqual([
      expected,
      expect.stringContaining('no-store'),
      'noindex'
    ])
    expect(headers.get('referrer-policy')).toBe('strict-origin')
  })

  test('is told of nowhere by its routes alone', async () => {
    for (const path of ['/logga-in/demonstration', '/finns-inte-alls']) {
      const { headers } = await door.ask(path)
      expect([headers.get('cache-control'), headers.get('x-robots-tag')]).toEqual([
        expect.stringContaining('no-store'),
        'noindex'
      ])
    }
  })

  test('is not opened by whoever looks at its first page only', async () => {
    const opened = async () =>
      (
        await door.db
          .selectFrom('publication_reader')
          .select('first_opened_at')
          .where('id', '=', door.known.reading.reader)
          .executeTakeFirstOrThrow()
      ).first_opened_at
    await write(door.db, cli, (tx) =>
      tx.updateTable('publication_reader').set({ first_opened_at: null }).execute()
    )
    await door.ask(link)
    expect(await opened()).toBeNull()
    await door.ask(`${link}/rapport`)
    expect(await opened()).not.toBeNull()
  })

  test('says whom to ask when it has expired, when it is withdrawn, and when its reader is forgotten', async () => {
    const text = async () => {
      const answer = await door.ask(link)
      return [answer.status, await answer.text()] as const
    }
    const { reader } = door.known.reading
    const expires_at = new Date('2020-01-01T00:00:00Z')
    await write(door.db, cli, (tx) => tx.updateTable('publication_reader').set({ expires_at }).execute())
    const [expired, why] = await text()
    expect(expired).toBe(410)
    expect(why).toMatch(/Länken har gått ut[^]*mailto:/)
    await write(door.db, cli, (tx) => withdrawReader(tx, cli, reader))
    const [withdrawn, reason] = await text()
    expect(withdrawn).toBe(410)
    expect(reason).toMatch(/Länken är återkallad[^]*mailto:/)
    setClock(new Date('2101-01-01T00:00:00Z'))
    expect(await forgetReaders(door.db)).toBeGreaterThan(0)
    setClock(null)
    const [forgotten, end] = await text()
    expect(forgotten).toBe(410)
    expect(end).toMatch(/Länken är avslutad[^]*tagit bort ditt namn[^]*mailto:/)
  })

  test('is not to be guessed', async () => {
    const guess = async () => (await door.ask(`/las-rapport/${'A'.repeat(42)}0`)).status
    const got = []
    for (let n = 0; n < 31; n += 1) got.push(await guess())
    expect(got.slice(0, 30)).toEqual(Array(30).fill(404))
    expect(got[30]).toBe(429)
  })
})
