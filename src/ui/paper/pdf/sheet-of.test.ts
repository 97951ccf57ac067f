import { describe, expect, test } from 'vitest'
import type { Inline, Node, Paper, PaperSection, TableNode } from '../paper.ts'
import { sheetOf } from './sheet-of.ts'
import type { Piece } from './sheet.ts'

const text = (value: string): Inline => ({ type: 'text', value })
const heading = (level: 3 | 4 | 5 | 6, value: string): Node => ({
  ...{ type: 'heading', level },
  children: [text(value)]
})
const section = (name: string, nodes: Node[], level: 2 | 3 = 2): PaperSection => ({
  ...{ id: name, anchor: name, heading: name ? [text(name)] : null, level, lead: false },
  nodes
})
const paper = (sections: PaperSection[], besides: Partial<Paper> = {}): Paper => ({
  ...{ title: 'Så gick det', language: 'sv', about: 'Medborgarlöftet', publisher: 'Förvaltningen' },
  day: '2026-03-14',
  ...{ period: { from: '2024-01-01', to: '2025-12-31', precision: 'day' } },
  ...{ opening: null, invented: null, facts: [], sections, colophon: [], ...besides }
})
const sheet = (sections: PaperSection[], besides?: Partial<Paper>) =>
  sheetOf(paper(sections, besides), 'https://kvarter.example').sheet
const piecesOf = (...nodes: Node[]): Piece[] => sheet([section('a', nodes)]).sections[0]?.pieces ?? []

const levelsIn = (value: unknown): number[] => {
  if (Array.isArray(value)) return value.flatMap(levelsIn)
  if (typeof value !== 'object' || value === null) return []
  const own = 'level' in value && ('line' in value || 'heading' in value) ? [value.level as number] : []
  return [...own, ...Object.values(value).flatMap(levelsIn)]
}

describe('the sheet', () => {
  test('has headings without a leap, whatever they were', () => {
    const { sections } = sheet([
      section('Först', [heading(6, 'djupt'), heading(3, 'högt'), heading(5, 'djupt igen')], 3),
      section('Sedan', [heading(4, 'under')])
    ])
    expect(levelsIn(sections)).toEqual([2, 3, 3, 4, 2, 3])
  })
  test('always has a title', () => {
    expect(sheet([]).name.text).toBe('Så gick det')
    expect(sheet([], { title: ' \u200b' }).name.text).toBe('Medborgarlöftet')
    expect(sheet([], { title: '', about: '' }).name.text).toBe('Utan titel')
  })
  test('has contents where there is something to find one’s way in', () => {
    const long: Node = { type: 'paragraph', children: [text('ord '.repeat(300))] }
    const of = (names: string[], nodes: Node[]) => sheet(names.map((name) => section(name, nodes)))
    expect(of(['a', 'b', 'c', 'd'], [long]).hasContents).toBe(true)
    expect(of(['a', 'b', 'c', 'd'], []).hasContents).toBe(false)
    expect(of(['a'], [long, long, long, long]).hasContents).toBe(false)
  })
  test('leads to this installation by its whole address, and within itself only where there is something', () => {
    const link = (url: string): Node => ({
      type: 'paragraph',
      children: [{ type: 'link', url, children: [text('dit')] }]
    })
    const leads = piecesOf(link('/samverkan/x'), link('#a'), link('#b'), link('//ond.example'))
    expect(leads.map((piece) => piece.kind === 'paragraph' && piece.line.runs[0])).toMatchObject([
      { link: 'https://kvarter.example/samverkan/x' },
      { link: '#a' },
      { text: 'dit' },
      { text: 'dit' }
    ])
  })
  test('sets lists within each other in so far and no further, and drops nothing', () => {
    let node: Node = { type: 'paragraph', children: [text('längst ner')] }
    for (let depth = 0; depth < 40; depth++) node = { type: 'list', start: null, items: [[node]] }
    const json = JSON.stringify(piecesOf(node))
    expect(json.match(/"kind":"list"/g)?.length).toBeLessThan(10)
    expect(json).toContain('längst ner')
  })
  test('makes all rows of a table as wide as the widest, and says a head again only where it is short', () => {
    const table = (head: string): TableNode => ({
      ...{ type: 'table', caption: [], numbers: [1] },
      head: [[text(head)]],
      rows: [[[text('a')], [text('1')]], []]
    })
    expect(piecesOf(table('Namn'))[0]).toMatchObject({
      rows: [{ length: 2 }, { length: 2 }],
      columns: [{ isNumber: false }, { isNumber: true, share: null }],
      isHeadShort: true
    })
    expect(piecesOf(table('namn '.repeat(100)))[0]).toMatchObject({ isHeadShort: false })
  })
})
