import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { strFromU8, unzipSync } from 'fflate'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { expect, it } from 'vitest'
import { readWord } from '#tests/papers/read-word.ts'
import { tablesIn } from '#tests/papers/reading.ts'
import { inLocale } from '#ui/words/locale.ts'
import { link, paragraph, strong, text } from '../inlines.ts'
import type { Node, Paper, TableNode } from '../paper.ts'
import { lookOf } from './document.ts'
import { roomy, tight } from './looks.ts'
import { wordOf } from './word.ts'

const from = { origin: 'https://kvarter.example', photo: () => Promise.resolve(null) }
const given = { origin: from.origin, photos: new Map<string, never>() }
const sentence = 'Tolv parter har lovat omkring hundra saker, och efter ett halvår är de flesta igång. '

const rows = (count: number, name = 'Rad'): TableNode => ({
  type: 'table',
  caption: [text('Dellöften per fokusområde')],
  head: [[text('Fokusområde')], [text('Genomförda')]],
  rows: Array.from({ length: count }, (_, at) => [[text(`${name} ${at + 1}`)], [text('14 av 19')]]),
  numbers: [1]
})
const list = (count: number, look: 'names' | 'bullets'): Node => ({
  type: 'list',
  start: null,
  look,
  items: Array.from({ length: count }, (_, at) => [paragraph([text(`Förening ${at + 1}`)])])
})
const section = (heading: string, ...nodes: Node[]): Paper['sections'][number] => ({
  ...{ id: heading, anchor: heading, heading: [text(heading)], level: 2, lead: false, nodes }
})
const paperOf = (...sections: Paper['sections']): Paper => ({
  title: 'Exempelkvarteret på en sida',
  language: 'sv',
  about: 'Löftet',
  period: { from: '2026-01-01', to: '2026-06-30', precision: 'year' },
  publisher: 'Ett bolag',
  day: '2026-07-01',
  opening: [strong(text('68 av 86')), text(' dellöften är genomförda. Fyra saknar svar.')],
  invented: 'Det här är påhittat.',
  facts: [[text('Utgivare: Ett bolag')], [text('Utgåva 1')]],
  sections,
  colophon: [[text('Källa: Ett exempel.')], [text('Kontrollsumma')]]
})

/** As a decision's paper is: more than a page as reports usually are set. */
const brief = paperOf(
  section('Sammanfattning', paragraph([text(sentence)])),
  section('Förslag till beslut', { ...list(2, 'bullets'), start: 1 } as Node),
  section('Så långt har vi kommit', rows(6), paragraph([text(sentence)], 'small')),
  section('Det här blev gjort', list(8, 'bullets')),
  section('Bakgrund', paragraph([text(sentence.repeat(2))])),
  section('Bilagor', rows(2))
)
const long = paperOf(section('Alla', paragraph([text(sentence.repeat(60))])))

const written = async (paper: Paper) => (await inLocale('sv', () => wordOf(paper, from))).bytes
const partOf = (bytes: Uint8Array, name: string) => strFromU8(unzipSync(bytes)[name]!)
const bodyOf = async (paper: Paper) => partOf(await written(paper), 'word/document.xml')

it('is set tighter where that makes one page of what would else be more', async () => {
  const looks = [brief, long, paperOf(section('Kort', paragraph([text(sentence)])))].map((paper) =>
    inLocale('sv', () => lookOf(paper, given))
  )
  expect(looks).toEqual([tight, roomy, roomy])
  const bytes = await written(brief)
  const margins = partOf(bytes, 'word/document.xml').match(/<w:pgMar [^>]*>/g)
  expect(margins).toHaveLength(1)
  expect(margins?.[0]).toContain(`w:left="${tight.margin.left}"`)
  expect(partOf(bytes, 'word/styles.xml')).toMatch(/<w:rPrDefault><w:rPr>.*?<w:sz w:val="19"\/>/)
})

const office = spawnSync('soffice', ['--version']).status === 0

it.skipIf(!office)(
  'is one page where LibreOffice is there to show it',
  async () => {
    const folder = mkdtempSync(join(tmpdir(), 'kvarter-word-'))
    try {
      writeFileSync(join(folder, 'brief.docx'), await written(brief))
      const profile = `-env:UserInstallation=file://${folder}/profile`
      const asked = [profile, '--headless', '--convert-to', 'pdf', '--outdir', folder, 'brief.docx']
      spawnSync('soffice', asked, { cwd: folder })
      const data = new Uint8Array(readFileSync(join(folder, 'brief.pdf')))
      const { numPages } = await getDocument({ data, verbosity: 0 }).promise
      expect(numPages).toBe(1)
    } finally {
      rmSync(folder, { recursive: true, force: true })
    }
  },
  180_000
)

it('sets names in columns that are no table to whoever reads them', async () => {
  const bytes = await written(paperOf(section('Parter', list(9, 'names'))))
  const [beside = ''] = partOf(bytes, 'word/document.xml').match(/<w:tbl>.*?<\/w:tbl>/s) ?? []
  expect(beside.match(/<w:gridCol /g)).toHaveLength(3)
  expect(beside).not.toContain('w:tblHeader')
  const read = await readWord(bytes)
  expect(tablesIn(read)).toEqual([])
  const names = read.flatMap((piece) => (piece.kind === 'text' ? [piece.text.trim()] : []))
  expect(names.filter((name) => /^Förening \d+$/.test(name))).toEqual(
    Array.from({ length: 9 }, (_, at) => `Förening ${at + 1}`)
  )
})

it('says of a table what it holds, and again on the next page where it goes on there', async () => {
  const [short = '', longer = ''] = (await bodyOf(paperOf(section('Alla', rows(3), rows(30))))).match(
    /<w:tbl>.*?<\/w:tbl>/gs
  )!
  for (const table of [short, longer]) {
    expect(table).toContain('<w:tblCaption w:val="Dellöften per fokusområde"/>')
    expect(table).toMatch(/<w:tblLook w:firstRow="(?:true|1)" w:firstColumn="(?:true|1)"/)
  }
  expect(short.match(/<w:tblHeader\/>/g)).toHaveLength(1)
  expect(longer.match(/<w:tblHeader\/>/g)).toHaveLength(2)
  expect(longer).toMatch(/<w:gridSpan w:val="2"\/>.*?Dellöften per fokusområde/s)
})

it('has columns as wide in tables that stand next to each other', async () => {
  const body = await bodyOf(paperOf(section('Alla', rows(3), rows(3, 'Ett mycket längre namn på en rad'))))
  const [one, other] = body.match(/<w:tblGrid>.*?<\/w:tblGrid>/g)!
  expect(other).toBe(one)
})

it('leads to a section of its own by a link within it', async () => {
  const to = paragraph([link('#Slutord', text('Det sista'))])
  const body = await bodyOf(paperOf(section('Först', to), section('Slutord', paragraph([text('Slut.')]))))
  expect(body).toMatch(/<w:hyperlink [^>]*w:anchor="_section2"[^>]*>.*?Det sista/)
  expect(body).toContain('<w:bookmarkStart w:name="_section2"')
})
