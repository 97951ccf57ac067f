import { render as renderPage } from 'svelte/server'
import { beforeAll, describe, expect, it } from 'vitest'
import SectionView from '#ui/paper/html/SectionView.svelte'
import { paperOf } from '#ui/paper/made.ts'
import type { Output, Rendering } from '#ui/paper/outputs.ts'
import type { Paper } from '#ui/paper/paper.ts'
import { pdfOf } from '#ui/paper/pdf/pdf.ts'
import { print } from '#ui/paper/printing/printing.ts'
import { wordOf } from '#ui/paper/word/word.ts'
import { inLocale } from '#ui/words/locale.ts'
import { testDatabase } from '#tests/database.ts'
import { differences } from './differences.ts'
import { alts, followUp, publishedAs, publishedBeside } from './follow-up.ts'
import { pagesIn, type Page } from './pages.ts'
import { readHtml } from './read-html.ts'
import { readPdf } from './read-pdf.ts'
import { readWord } from './read-word.ts'
import { allText, figuresIn, picturesIn, sectionsIn, tablesIn, wordsIn, type Read } from './reading.ts'

const db = await testDatabase()
const render = (output: Output, { report, ...besides }: Rendering) =>
  print(output, { facts: JSON.stringify(report), ...besides })

let printed: Rendering
let paper: Paper
let read: Record<'html' | 'pdf' | 'word', Read>
let pages: Page[]

beforeAll(async () => {
  printed = await followUp(db)
  paper = inLocale('sv', () => paperOf(printed.report, printed.edition))
  const [html, pdf, word] = await Promise.all([
    render('html', printed),
    render('pdf', printed),
    render('docx', printed)
  ])
  expect([html.told, pdf.told, word.told]).toEqual([[], [], []])
  pages = await pagesIn(pdf.bytes)
  read = {
    html: readHtml(Buffer.from(html.bytes).toString()),
    pdf: await readPdf(pdf.bytes),
    word: await readWord(word.bytes)
  }
}, 180_000)

/** No page but the last is nearly empty, and on that stands more than what the paper says of itself. */
function expectLeafed(all: Page[]): void {
  expect(all.slice(0, -1).filter(({ used }) => used < 0.25)).toEqual([])
  expect(all.at(-1)?.lines[0]).not.toMatch(/^(?:Utgivare|Källa|Kontrollsumma)/)
}

describe('the follow-up of Hisings Backa is the same report in all its outputs', () => {
  it('is read at all', () => {
    expect(sectionsIn(read.word).length).toBeGreaterThan(10)
    expect(wordsIn(allText(read.word)).length).toBeGreaterThan(2000)
    expect(figuresIn(allText(read.word))).toContain('4300')
  })

  it.each(['html', 'pdf'] as const)('has in Word the headings, words and figures of its %s', (output) => {
    expect(differences(read.word, read[output])).toEqual([])
  })

  it('has on its page what its sections have in print', () => {
    const sections = inLocale('sv', () =>
      paper.sections.map((section) => renderPage(SectionView, { props: { section, language: 'sv' } }).body)
    )
    const page = readHtml(sections.join('\n'))
    const first = sectionsIn(page)[0]!.words
    expect(sectionsIn(read.word)[0]!.words.slice(-first.length)).toEqual(first)
    expect(sectionsIn(page).slice(1, -1)).toEqual(sectionsIn(read.word).slice(1, -1))
  })

  it('has no page with next to nothing on it', () => {
    expectLeafed(pages)
    expect(pages[0]?.lines.at(-1)).toMatch(/^Alla dellöften \d+$/)
  })

  it('is not alone: so is every other report that the demonstration has published', async () => {
    const others = await publishedBeside(db)
    expect(others.length).toBeGreaterThan(0)
    let tables = 0
    for (const slug of others) {
      const other = await publishedAs(db, slug)
      const printedOther = await render('pdf', other)
      expectLeafed(await pagesIn(printedOther.bytes))
      const [html, pdf, word] = await Promise.all([
        render('html', other).then(({ bytes }) => readHtml(Buffer.from(bytes).toString())),
        readPdf(printedOther.bytes),
        render('docx', other).then(({ bytes }) => readWord(bytes))
      ])
      expect([slug, differences(word, html), differences(word, pdf)]).toEqual([slug, [], []])
      expect([tablesIn(html), tablesIn(pdf)]).toEqual([tablesIn(word), tablesIn(word)])
      tables += tablesIn(word).length
    }
    expect(tables).toBeGreaterThan(3)
  }, 120_000)

  it.each(['html', 'pdf', 'word'] as const)('shows each photo with its words in its %s', (output) => {
    const shown = picturesIn(read[output]).filter((alt) => (alts as string[]).includes(alt))
    expect(shown.toSorted()).toEqual(alts.toSorted())
  })

  it.each(['html', 'pdf', 'word'] as const)('has a head on each table of its %s', (output) => {
    const tables = tablesIn(read[output])
    expect(tables).toEqual(tablesIn(read.word))
    for (const { head, rows } of tables) {
      expect(head.length).toBeGreaterThan(1)
      expect(rows).toBeGreaterThan(0)
    }
    expect(tables.length).toBeGreaterThan(0)
  })

  it.each([
    ['pdf', async (changed: Paper) => readPdf((await pdfOf(changed, printed.from)).bytes)],
    ['word', async (changed: Paper) => readWord((await wordOf(changed, printed.from)).bytes)]
  ] as const)('would be found out by one figure that is another in its %s', async (_, made) => {
    const changed = JSON.parse(JSON.stringify(paper).replace(/4\s300/, '4 301')) as Paper
    const other = await inLocale('sv', () => made(changed))
    expect(differences(read.word, other)).toEqual([
      expect.stringMatching(/^words of .* 4 300 .* is .* 4 301 /),
      expect.stringMatching(/^figures: .* 4300 .* is .* 4301 /)
    ])
  })
})
