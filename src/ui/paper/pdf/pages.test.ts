import { beforeAll, describe, expect, test } from 'vitest'
import { pagesIn, type Page } from '#tests/papers/pages.ts'
import { inLocale } from '#ui/words/locale.ts'
import type { Inline, Node, Paper, PaperSection, TableNode } from '../paper.ts'
import { sheetOf } from './sheet-of.ts'
import { openTypesetting, type Job, type Typeset } from './typesetting.ts'

let typeset: (job: Job) => Typeset
beforeAll(() => {
  typeset = openTypesetting()
})

const text = (value: string): Inline[] => [{ type: 'text', value }]
const lines = (count: number, word = 'Stycke'): Node[] =>
  Array.from({ length: count }, (_, at) => ({ type: 'paragraph', children: text(`${word} ${at}`) }))
const table = (rows: number, caption = 'Trygg utemiljö'): TableNode => ({
  type: 'table',
  caption: text(caption),
  head: [text('Det som är lovat'), text('Läge')],
  rows: Array.from({ length: rows }, (_, at) => [text(`Löfte ${at + 1}`), text('genomfört helt')]),
  numbers: []
})
const section = (name: string, nodes: Node[]): PaperSection => ({
  ...{ id: name, anchor: name, heading: text(name), level: 2, lead: false },
  nodes
})
const paper = (sections: PaperSection[]): Paper => ({
  ...{ title: 'Så gick det', day: '2026-02-16', language: 'sv', about: 'Löftet', publisher: 'Förvaltningen' },
  ...{ period: { from: '2024-01-01', to: '2025-12-31', precision: 'day' }, opening: null, invented: null },
  ...{ facts: [text('Utgåva 1')], sections, colophon: [text('Källa: påhittad'), text('Och så vidare')] }
})

const pagesOf = (sections: PaperSection[]): Promise<Page[]> =>
  pagesIn(
    inLocale('sv', () => {
      const { sheet, svgs } = sheetOf(paper(sections), 'https://kvarter.example')
      return typeset({ sheet, svgs, photos: new Map() }).pdf
    })
  )

const rowsOn = ({ lines }: Page): number => lines.filter((line) => /^Löfte \d+ genomfört/.test(line)).length

describe('a table in print', () => {
  test.each([0, 7, 13, 19, 22])('of few rows is never broken, after %i lines', async (before) => {
    const pages = await pagesOf([section('Så gick det', [...lines(before), table(12)])])
    expect(pages.map(rowsOn).filter(Boolean)).toEqual([12])
  })

  test.each([13, 24, 41])(
    'of %i rows has three at least on each page, and says what it is on each',
    async (rows) => {
      for (const before of [4, 9, 14, 16, 18, 20]) {
        const pages = await pagesOf([section('Så gick det', [...lines(before), table(rows)])])
        const shown = pages.filter((page) => rowsOn(page) > 0)
        expect(shown.reduce((sum, page) => sum + rowsOn(page), 0)).toBe(rows)
        for (const [at, page] of shown.entries()) {
          expect(rowsOn(page)).toBeGreaterThanOrEqual(3)
          expect(page.lines).toContain(at === 0 ? 'Trygg utemiljö' : 'Trygg utemiljö, fortsättning')
          expect(page.lines).toContain('Det som är lovat Läge')
        }
      }
    }
  )

  test('says nothing of going on where it does not', async () => {
    const pages = await pagesOf([section('Så gick det', [table(20), ...lines(60), table(3)])])
    expect(pages.flatMap((page) => page.lines).filter((line) => line.includes('fortsättning'))).toEqual([])
  })

  test('that goes on without a caption is called by its heading', async () => {
    const pages = await pagesOf([section('Alla dellöften', [...lines(14), table(45, '')])])
    expect(pages[1]?.lines).toContain('Alla dellöften, fortsättning')
  })

  test.each([15, 18, 21])('keeps what is said of it, after %i lines', async (before) => {
    const note: Node = { type: 'paragraph', tone: 'small', children: text('En not om tabellen.') }
    const pages = await pagesOf([section('Så gick det', [...lines(before), table(5), note])])
    const page = pages.find((one) => one.lines.includes('En not om tabellen.'))
    expect(page && rowsOn(page)).toBe(5)
  })
})

describe('the first page', () => {
  test.each([6, 16, 24, 28])('holds all of %i lines of contents', async (count) => {
    const sections = Array.from({ length: count }, (_, at) =>
      section(`Avsnitt ${at}`, [{ type: 'paragraph', children: text('Ord '.repeat(300)) }])
    )
    const [first] = await pagesOf(sections)
    expect(
      first?.lines.filter((line) => /Avsnitt \d+ \d+/.test(line)),
      JSON.stringify(first?.lines)
    ).toHaveLength(count)
  })

  test('leaves contents that it can’t hold to pages of their own', async () => {
    const sections = Array.from({ length: 50 }, (_, at) =>
      section(`Avsnitt ${at}`, [{ type: 'paragraph', children: text('Ord '.repeat(60)) }])
    )
    const [first, second] = await pagesOf(sections)
    expect(first?.lines).not.toContain('Innehåll')
    expect(second?.lines[0]).toBe('Innehåll')
    expect(second?.used).toBeGreaterThan(0.6)
  })
})

test('a line that leads to a list goes with it, and one that closes it stays', async () => {
  const list = (count: number): Node => ({
    ...{ type: 'list', start: null },
    items: Array.from({ length: count }, (_, at) => lines(1, `Punkt ${at}`))
  })
  const closing: Node = { type: 'paragraph', tone: 'soft', children: text('Två till.') }
  for (const before of [16, 18, 20, 22, 24]) {
    const nodes = [...lines(before), ...lines(1, 'Så här'), list(6), closing, ...lines(3)]
    const pages = await pagesOf([section('Så gick det', nodes)])
    const [page] = pages.filter((one) => one.lines.includes('Så här 0'))
    expect(page?.lines.filter((line) => line.includes('Punkt'))).toHaveLength(6)
    expect(page?.lines).toContain('Två till.')
  }
})

describe('the last page', () => {
  test.each(Array.from({ length: 8 }, (_, at) => at + 21))(
    'is never the paper’s own lines alone, after %i lines',
    async (count) => {
      const pages = await pagesOf([section('Så gick det', lines(count, 'Rad'))])
      const last = pages.at(-1)
      expect(last?.lines.at(-1)).toBe('Och så vidare')
      expect(last?.lines.filter((line) => line.startsWith('Rad')).length).toBeGreaterThan(0)
    }
  )
})
