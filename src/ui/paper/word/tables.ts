import {
  BorderStyle,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  WidthType,
  AlignmentType
} from 'docx'
import { plain } from '../inlines.ts'
import type { Inline, TableNode } from '../paper.ts'
import { colours, textWidth } from './measures.ts'
import { paragraphOf, type Standing } from './paragraphs.ts'
import type { Writing } from './writing.ts'

const none = { style: BorderStyle.NONE, size: 0, color: 'auto' }
const line = { style: BorderStyle.SINGLE, size: 4, color: colours.line }
const underHead = { style: BorderStyle.SINGLE, size: 8, color: colours.primary }
const margins = { top: 45, bottom: 45, left: 0, right: 140 }

const short = 12

/** A real table: its caption above it, its head again on each page, no row split between two; as wide as those it is `alike`. */
export function tableOf(table: TableNode, writing: Writing, alike: TableNode[] = [table]): Standing[] {
  const columnWidths = widthsOf(alike)
  const caption = table.caption.length > 0 ? [paragraphOf(table.caption, { style: 'Caption' }, writing)] : []
  if (columnWidths.length === 0) return caption
  const cellsOf = (row: Inline[][], head: boolean) =>
    columnWidths.map((width, at) =>
      cellOf(row[at] ?? [], { width, head, number: table.numbers.includes(at) }, writing)
    )
  // A short table stands on one page, and of a longer one no row is left alone under its head.
  const together = table.rows.length > short ? 1 : table.rows.length - 1
  const rowOf = (row: Inline[][], keepNext: boolean) =>
    new TableRow({ cantSplit: true, ...(keepNext && { keepNext }), children: cellsOf(row, false) })
  const rows = [
    new TableRow({ tableHeader: true, cantSplit: true, children: cellsOf(table.head, true) }),
    ...table.rows.map((row, at) => rowOf(row, at < together))
  ]
  return [
    ...caption,
    new Table({
      rows,
      columnWidths,
      width: { size: textWidth, type: WidthType.DXA },
      layout: TableLayoutType.FIXED,
      borders: {
        top: none,
        left: none,
        right: none,
        insideVertical: none,
        insideHorizontal: line,
        bottom: line
      }
    }),
    new Paragraph({ style: 'AfterTable' })
  ]
}

type Cell = { width: number; head: boolean; number: boolean }

const cellOf = (inlines: Inline[], { width, head, number }: Cell, writing: Writing): TableCell =>
  new TableCell({
    margins,
    width: { size: width, type: WidthType.DXA },
    ...(head && { borders: { bottom: underHead } }),
    children: [
      paragraphOf(
        inlines,
        { style: head ? 'TableHead' : 'TableText', ...(number && { alignment: AlignmentType.RIGHT }) },
        writing
      )
    ]
  })

/** A sign of a head, and what a cell has beside its words. */
const signWidth = 118
const besides = 200

/** Each column has room for its longest word as far as there is room; what is left goes by how much stands in them. */
function widthsOf(tables: TableNode[]): number[] {
  const rows = tables.flatMap((table) => [table.head, ...table.rows])
  const columns = rows.reduce((most, row) => Math.max(most, row.length), 0)
  const texts = Array.from({ length: columns }, (_, at) => rows.map((row) => plain(row[at] ?? [])))
  const least = texts.map(
    (cells) => Math.min(24, longestOf(cells.flatMap((cell) => cell.split(/\s+/)))) * signWidth + besides
  )
  const weights = texts.map((cells) => Math.min(60, Math.max(8, longestOf(cells))))
  const [taken, weight] = [sumOf(least), sumOf(weights)]
  if (taken > textWidth) return least.map((width) => Math.floor((textWidth * width) / taken))
  return least.map((width, at) => Math.floor(width + ((textWidth - taken) * weights[at]!) / weight))
}

const longestOf = (texts: string[]): number => texts.reduce((most, text) => Math.max(most, text.length), 0)
const sumOf = (numbers: number[]): number => numbers.reduce((sum, number) => sum + number, 0)
