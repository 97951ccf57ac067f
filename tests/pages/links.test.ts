import { afterAll, beforeAll, expect, test } from 'vitest'
import { openKvarter, type Kvarter } from '../journeys/kvarter.ts'
import { addressesIn, anchorsIn, type Found } from './crawling.ts'

/** As many questions under way as a few readers would have. */
const atOnce = 6

let kvarter: Kvarter
let found: Map<string, Found>

beforeAll(async () => {
  kvarter = await openKvarter()
  found = await crawl(['/', '/en'])
})

test('every link from the start page leads somewhere', () => {
  const dead = [...found]
    .filter(([, { status }]) => status !== 200)
    .map(([path, { status, from }]) => `${status} ${path} (on ${from})`)
  expect(dead).toEqual([])
  expect(found.size).toBeGreaterThan(300)
})

test('every link into a page points at something that is there', () => {
  const dead: string[] = []
  for (const [path, { links }] of found)
    for (const { to, anchor } of links) {
      const target = found.get(to)
      if (anchor && target?.status === 200 && !target.closed && !target.anchors.has(anchor))
        dead.push(`${to}#${anchor} (on ${path})`)
    }
  expect([...new Set(dead)].slice(0, 20)).toEqual([])
})

test('every page has a language, one heading and a title of its own', () => {
  const titles = new Map<string, string>()
  const faults: string[] = []
  for (const [path, page] of found) {
    if (page.closed) continue
    const language = /^\/en(\/|$)/.test(path) ? 'en' : 'sv'
    if (page.language !== language) faults.push(`${path}: lang="${page.language}"`)
    if (page.headings !== 1) faults.push(`${path}: ${page.headings} h1`)
    const title = `${language}: ${page.title}`
    const twin = titles.get(title)
    // A search keeps its title whatever is chosen in it; so do the pages of a long list, and what is behind a personal link.
    if (twin && placeOf(twin) !== placeOf(path)) faults.push(`${path} and ${twin}: ${title}`)
    titles.set(title, path)
  }
  expect(faults.slice(0, 20)).toEqual([])
})

test('nothing went wrong on the way', () => expect(kvarter.complaints()).toEqual([]))

const placeOf = (path: string): string | undefined =>
  path.split('?')[0]?.replace(/^(\/(?:en\/)?(?:svara|answer|las-rapport|read-report)\/)[\w-]+/, '$1')

async function crawl(starts: string[]): Promise<Map<string, Found>> {
  const pages = new Map<string, Found>()
  const waiting = starts.map((path) => ({ path, from: 'the outside' }))
  const seen = new Set(starts)
  const work = async (): Promise<void> => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      const page = await read(next)
      pages.set(next.path, page)
      for (const { to } of page.links) {
        if (seen.has(to)) continue
        seen.add(to)
        waiting.push({ path: to, from: next.path })
      }
    }
  }
  // The first pages are read alone, so that all have something to do.
  await work.call(null)
  await Promise.all(Array.from({ length: atOnce }, work))
  return pages
}

async function read({ path, from }: { path: string; from: string }): Promise<Found> {
  const response = await fetch(kvarter.origin + path)
  const closed = new URL(response.url).pathname !== new URL(kvarter.origin + path).pathname
  // A report to save is in its own language, and no page here.
  const saved = response.headers.get('content-disposition')?.startsWith('attachment')
  const isPage = !saved && response.headers.get('content-type')?.startsWith('text/html')
  const html = isPage ? await response.text() : ''
  if (!html) await response.body?.cancel()
  return {
    status: response.status,
    from,
    closed: closed || !html,
    // What stands behind a closed door isn't read.
    links: closed ? [] : addressesIn(html, path, kvarter.origin),
    anchors: anchorsIn(html),
    language: /<html[^>]* lang="([^"]*)"/.exec(html)?.[1] ?? '',
    headings: html.match(/<h1[ >]/g)?.length ?? 0,
    title: /<title>([^<]*)</.exec(html)?.[1] ?? ''
  }
}

afterAll(() => kvarter?.close())
