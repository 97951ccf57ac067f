import { afterAll, beforeAll, expect, test } from 'vitest'
import type { StoryCollaboration } from '#story/types.ts'
import { world } from '#story/world.ts'
import type { Journey } from '../journeys/journey.ts'
import { journeysIn } from '../journeys/opening.ts'
import { wide } from '../journeys/ways.ts'
import { addressesIn } from './crawling.ts'

/** WCAG 3.1.2: what people wrote in Swedish is marked as Swedish on a page in English. */
const open = journeysIn(wide)
let reader: Journey
beforeAll(async () => {
  reader = await open.journey()
})
afterAll(() => reader?.end())

/** Names are the same in any language. */
const names = new Set(
  [...world.areas, ...world.organisations].flatMap(({ name, aliases = [] }) => [name, ...aliases])
)

const writtenIn = ({
  name,
  purpose,
  source,
  contact,
  documents,
  ...of
}: StoryCollaboration): (string | undefined)[] => [
  name,
  purpose,
  source,
  contact?.function,
  ...of.objectives.flatMap(({ title, text }) => [title, text]),
  ...of.rounds.map((round) => round.name),
  ...of.publications.map(({ title }) => title),
  ...documents.map(({ title }) => title),
  ...of.commitments.flatMap(({ title, wording, targetGroup, reports = {} }) => [
    title,
    wording,
    targetGroup,
    ...Object.values(reports).flatMap(({ done, publicWording, contributed, figures = [] }) => [
      done,
      publicWording,
      contributed,
      ...figures.map(({ unit }) => unit)
    ])
  ])
]
const written = [
  ...world.collaborations.flatMap(writtenIn),
  ...world.areas.flatMap(({ classifications = [] }) =>
    classifications.flatMap(({ by, scheme, level }) => [by, scheme, level])
  )
].filter((text): text is string => text !== undefined && text.length > 3 && !names.has(text))

/** A report that is saved as a file is in its own language. */
const notAPage = /^\/en\/sign-|\.(pdf|docx|html|zip)$/

/** Every page in English that leads on from the start page, and a search. */
async function englishPages(): Promise<string[]> {
  const { origin } = open.kvarter
  const found = ['/en', '/en/search?q=mellanm%C3%A5l', '/en/search?q=Brunnsbo']
  for (const path of found) {
    const response = await fetch(origin + path)
    const html = await response.text()
    for (const { to } of addressesIn(html, path, origin))
      if (/^\/en(\/|$)/.test(to) && !found.includes(to) && !notAPage.test(to)) found.push(to)
  }
  return found
}

test('what was written in Swedish is marked as Swedish on every page in English', async () => {
  const pages = await englishPages()
  expect(pages.length).toBeGreaterThan(150)
  await reader.page.goto('/en')
  const faults: string[] = []
  for (const path of pages) {
    const html = await (await fetch(open.kvarter.origin + path)).text()
    const unmarked = await reader.page.evaluate(unmarkedIn, { html, written })
    faults.push(...unmarked.map((one) => `${path}: ${one}`))
  }
  expect(faults.slice(0, 40)).toEqual([])
})

test('our own words among them are not', async () => {
  await reader.page.goto('/en/collaborations/exempelkvarteret')
  const swedish = await reader.page.evaluate(() => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    const texts: string[] = []
    for (let node = walker.nextNode(); node; node = walker.nextNode())
      if (node.parentElement?.closest('[lang]')?.getAttribute('lang') === 'sv')
        texts.push(node.textContent ?? '')
    return texts
  })
  expect(swedish.length).toBeGreaterThan(100)
  expect(swedish.filter((text) => /\b(carried out|jointly|about|Source)\b/.test(text))).toEqual([])
})

/** In the browser: the texts, and what stands in attributes that are read out, that are known and have no language. */
function unmarkedIn({ html, written }: { html: string; written: string[] }): string[] {
  const plain = (text: string) => text.replace(/\s+/g, ' ').trim()
  const known = written.map(plain)
  // A word or two may be part of a sentence of ours; more is a quotation wherever it stands.
  const isKnown = (text: string) =>
    text !== '' && known.some((one) => text === one || (one.length > 24 && text.includes(one)))
  const page = new DOMParser().parseFromString(html, 'text/html')
  const languageOf = (element: Element | null) => element?.closest('[lang]')?.getAttribute('lang')
  const found: string[] = []
  const walker = page.createTreeWalker(page.body, NodeFilter.SHOW_TEXT)
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const text = plain(node.textContent ?? '')
    if (
      languageOf(node.parentElement) !== 'sv' &&
      !node.parentElement?.closest('script, option') &&
      isKnown(text)
    )
      found.push(text)
  }
  for (const element of page.body.querySelectorAll('[aria-label], [title], [alt]'))
    for (const name of ['aria-label', 'title', 'alt']) {
      const text = plain(element.getAttribute(name) ?? '')
      if (languageOf(element) !== 'sv' && known.some((one) => text.startsWith(one)))
        found.push(`${name}="${text}"`)
    }
  return [...new Set(found)]
}
