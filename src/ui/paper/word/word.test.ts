import { strFromU8, unzipSync } from 'fflate'
import sharp from 'sharp'
import { beforeAll, describe, expect, it } from 'vitest'
import { readWord } from '#tests/papers/read-word.ts'
import { headingsIn, picturesIn } from '#tests/papers/reading.ts'
import { inLocale, type Locale } from '#ui/words/locale.ts'
import { link, paragraph, text } from '../inlines.ts'
import type { Node, Paper, PaperDeed, TableNode } from '../paper.ts'
import type { From } from '../rendering.ts'
import { wordOf } from './word.ts'

const table: TableNode = {
  type: 'table',
  caption: [text('Skola 1 av 1')],
  head: [[text('Det som är lovat')], [text('Antal')]],
  rows: [[[link('/samverkan/ett/insatser/1', text('Frukost'))], [text('4\u00a0300')]]],
  numbers: [1]
}
const house = { degree: 'fully', state: 'reported', ordinary: false, seed: '1' } as const
const deed: PaperDeed = {
  title: [text('Frukost')],
  url: '/samverkan/ett/insatser/1',
  text: [paragraph([text('Tre dagar i veckan.')])],
  by: [text('Skolan')],
  house,
  extent: 'genomfört helt',
  figures: [[text('över 4\u00a0300 mellanmål')]],
  photos: [
    { id: 'bild', src: '/bilder/bild', alt: 'Ett dukat bord', width: 60, height: 40 },
    { id: 'borta', src: '/bilder/borta', alt: 'En tom tallrik', width: 60, height: 40 }
  ]
}
const numbered = (start: number): Node => ({
  type: 'list',
  start,
  items: [[paragraph([text('ett')]), { type: 'list', start: null, items: [[paragraph([text('inre')])]] }]]
})
const section = (heading: string, nodes: Node[]): Paper['sections'][number] => ({
  ...{ id: heading, anchor: heading, heading: [text(heading)], level: 2, lead: false, nodes }
})
const paper: Paper = {
  title: 'Så gick det',
  language: 'sv',
  about: 'Löftet',
  period: { from: '2024-01-01', to: '2025-12-31', precision: 'year' },
  publisher: 'Ett bolag',
  day: '2026-03-14',
  opening: [text('Ungefär 90 av över 100 är genomförda.')],
  invented: null,
  facts: [],
  sections: [
    section('Kvarteret', [
      {
        type: 'quarter',
        level: 3,
        gender: 'neuter',
        streets: [{ title: 'Skola', lit: 1, of: 1, houses: [{ ...house, title: 'Frukost', href: '/x' }] }],
        tables: [table]
      }
    ]),
    section('Det här blev gjort', [{ type: 'deeds', level: 3, deeds: [deed] }]),
    section('I ordning', [numbered(1), numbered(7)]),
    section('Slutord', [
      paragraph([text('Så långt att det behövs en innehållsförteckning. '.repeat(80))]),
      paragraph([{ type: 'text', value: 'Thank you', foreign: true }, text(' \u000b till alla')])
    ])
  ],
  colophon: [[text('Kontrollsumma')]]
}

const jpeg = await sharp({ create: { width: 60, height: 40, channels: 3, background: '#8fb0a5' } })
  .jpeg()
  .toBuffer()
const from: From = {
  origin: 'https://kvarter.example',
  photo: (id) => Promise.resolve(id === 'bild' ? { type: 'image/jpeg', content: jpeg } : null)
}
const made = (given: Paper, locale: Locale = 'sv') => inLocale(locale, () => wordOf(given, from))

const tablesOf = (body: string, style: string): string[] =>
  (body.match(/<w:tbl>.*?<\/w:tbl>/gs) ?? []).filter((one) => one.includes(`<w:tblStyle w:val="${style}"/>`))

describe('a report as a Word file', () => {
  let rendered: Awaited<ReturnType<typeof made>>
  const part = (name: string) => strFromU8(unzipSync(rendered.bytes)[name]!)
  const body = () => part('word/document.xml')

  beforeAll(async () => {
    rendered = await made(paper)
  })

  it('says of itself what it is and who published it', () => {
    expect(part('docProps/core.xml')).toMatch(
      /<dc:title>Så gick det<.*<dc:subject>Löftet<.*<dc:creator>Ett bolag</
    )
    expect(part('docProps/core.xml')).toContain('<dc:language>sv-SE</dc:language>')
    expect(part('word/styles.xml')).toContain('<w:lang w:val="sv-SE"/>')
  })

  it('has headings that Word knows, under a title of level 1', async () => {
    expect(headingsIn(await readWord(rendered.bytes))).toEqual([
      '# Så gick det',
      '## Kvarteret',
      '### Skola',
      '## Det här blev gjort',
      '### Frukost',
      '## I ordning',
      '## Slutord'
    ])
    expect(part('word/styles.xml')).toMatch(/w:styleId="Title".*?<w:outlineLvl w:val="0"\/>/)
  })

  it('has contents that are filled in, and can be updated', () => {
    const contents = /<w:sdt>.*<\/w:sdt>/s.exec(body())?.[0] ?? ''
    expect(contents).toContain('TOC \\h \\o &quot;2-2&quot;')
    const led = [...contents.matchAll(/w:anchor="(\w+)"/g)].map(([, anchor]) => anchor)
    expect(led).toHaveLength(4)
    for (const anchor of led) expect(body()).toContain(`<w:bookmarkStart w:name="${anchor}"`)
    expect(contents).not.toContain('w:dirty="true"')
    const pages = [...contents.matchAll(/PAGEREF (\w+).*?<w:t[^>]*>(\d+)<\/w:t>/g)].map(([, to, page]) => [
      to,
      page
    ])
    expect(pages.map(([to]) => to)).toEqual(led)
    expect(pages.map(([, page]) => page)).toEqual(['2', '2', '2', '2'])
  })

  it('has the head of a table on each page, and no row on two', () => {
    const [only = ''] = tablesOf(body(), 'ReportTable')
    expect(only.match(/<w:tblHeader\/>/g)).toHaveLength(1)
    expect(only.match(/<w:cantSplit\/>/g)).toHaveLength(2)
    expect(body()).toMatch(/<w:pStyle w:val="TableText"\/><w:jc w:val="right"\/>/)
  })

  it('says what each picture shows, and passes over those that words beside them say', async () => {
    expect(picturesIn(await readWord(rendered.bytes))).toEqual(['Skola: 1 hus. Helt 1.', 'Ett dukat bord'])
    const pictures = body().match(/<wp:docPr [^>]*>/g) ?? []
    const decorative = body().match(/<adec:decorative [^>]*val="1"\/>/g) ?? []
    expect(pictures.filter((one) => one.includes('descr=')).length + decorative.length).toBe(pictures.length)
  })

  it('has drawings both as SVG and as points', () => {
    const media = Object.keys(unzipSync(rendered.bytes)).filter((name) => name.startsWith('word/media/'))
    const named = (type: string) => media.filter((name) => name.endsWith(type)).length
    expect(named('.svg')).toBeGreaterThan(1)
    expect(named('.png')).toBe(named('.svg'))
    expect(named('.jpg')).toBe(1)
  })

  it('leads to where it came from by whole addresses', () => {
    expect(part('word/_rels/document.xml.rels')).toContain(
      'Target="https://kvarter.example/samverkan/ett/insatser/1"'
    )
  })

  it('numbers each list by itself, from where it was said to begin', () => {
    expect(part('word/numbering.xml')).toContain('<w:start w:val="7"/>')
    const lists = [...body().matchAll(/ListNumber"\/>.*?<w:numId w:val="(\d+)"\/>/g)].map(([, id]) => id)
    expect(new Set(lists).size).toBe(2)
  })

  it('runs its title and page numbers along the foot of each page', () => {
    const foot = part('word/footer1.xml')
    expect(foot).toMatch(/Så gick det.*Sida .*PAGE.* av .*NUMPAGES/s)
  })

  it('tells what could not be shown as it was', () => {
    expect(rendered.told).toEqual([
      'Några tecken kan inte stå i en Wordfil. De är ersatta med \ufffd: U+000B',
      'En bild kunde inte visas i Wordfilen. I stället står dess beskrivning: En tom tallrik'
    ])
    expect(body()).toContain('\ufffd till alla')
    expect(body()).toContain('En tom tallrik')
  })

  it('carries the face it is set in', () => {
    expect(part('word/fontTable.xml')).toMatch(/Atkinson Hyperlegible Next.*embedBold/s)
  })
})

it('marks the language of what people wrote in another', async () => {
  const { bytes } = await made({ ...paper, language: 'fi' }, 'en')
  const files = unzipSync(bytes)
  expect(strFromU8(files['word/styles.xml']!)).toContain('<w:lang w:val="en-GB"/>')
  expect(strFromU8(files['word/document.xml']!)).toMatch(/<w:lang w:val="fi"\/><\/w:rPr><w:t[^>]*>Thank you/)
})

it('has a name also without a title', async () => {
  const { bytes } = await made({ ...paper, title: ' ' })
  expect(strFromU8(unzipSync(bytes)['docProps/core.xml']!)).toContain('<dc:title>Löftet<')
})
