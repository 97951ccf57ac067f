import { describe, expect, test } from 'vitest'
import { link, paragraph, plain, text } from './inlines.ts'
import type { Node, PaperSection, TableNode } from './paper.ts'
import type { Report } from './report.ts'
import { withWholeListLast } from './whole-list.ts'

const words = {
  one: 'dellöfte',
  theOne: 'dellöftet',
  many: 'dellöften',
  theMany: 'dellöftena',
  gender: 'neuter'
}
const report = {
  language: 'sv',
  collaboration: { words: { commitment: { sv: words, en: words } } }
}
const table = (caption: string, statuses: string[]): TableNode => ({
  ...{ type: 'table', caption: [text(caption)], head: [[text('Vad')], [text('Läge')]], numbers: [] },
  rows: statuses.map((status, n) => [[text(`${caption} ${n}`)], [text(status)]])
})
const section = (tables: TableNode[]): PaperSection => ({
  ...{ id: 'q', anchor: 'q', heading: [text('Varje dellöfte är ett hus')], level: 2, lead: false },
  nodes: [{ type: 'quarter', level: 3, streets: [], gender: 'neuter', tables }]
})
const lastOf = (tables: TableNode[]) =>
  withWholeListLast(report as unknown as Report, [section(tables), { ...section([]), nodes: [] }])
const kinds = (nodes: Node[] = []) => nodes.map(({ type }) => type)
const ten = Array.from({ length: 10 }, () => 'genomfört')

describe('what was promised, one by one', () => {
  test('is listed last, and led to from where it is drawn', () => {
    const sections = lastOf([table('Skola', [...ten, 'påbörjat']), table('Fritid', ten)])
    expect(kinds(sections[0]?.nodes)).toEqual(['quarter', 'paragraph'])
    expect(sections[0]?.nodes[1]).toEqual(paragraph([link('#avsnitt-alla', text('Alla dellöften'))]))
    expect(sections[0]?.nodes[0]).toMatchObject({ tables: [] })
    expect(plain(sections.at(-1)?.heading ?? [])).toBe('Alla dellöften')
  })

  test('says once how far a street has come where all of it has come as far', () => {
    const last = lastOf([table('Skola', [...ten, 'påbörjat']), table('Fritid', ten)]).at(-1)
    expect(kinds(last?.nodes)).toEqual(['table', 'heading', 'paragraph', 'list'])
    expect(last?.nodes[2]).toEqual(paragraph([text('Läget för alla: genomfört.')]))
    expect(last?.nodes[3]).toMatchObject({ items: { length: 10 } })
  })

  test('stays where it is drawn when it is short', () => {
    const sections = lastOf([table('Skola', ten)])
    expect(sections).toHaveLength(2)
    expect(kinds(sections[0]?.nodes)).toEqual(['quarter'])
  })
})
