import {
  AlignmentType,
  BorderStyle,
  Paragraph,
  StringValueElement,
  Table,
  TableCell,
  TableLayoutType,
  TableProperties,
  TableRow,
  WidthType,
  type ITableOptions
} from 'docx'
import { plain } from '../inlines.ts'
import type { Inline, TableNode } from '../paper.ts'
import { widthsOf } from './columns.ts'
import { colours } from './measures.ts'
import { paragraphOf, type Standing } from './paragraphs.ts'
import type { Writing } from './writing.ts'

const none = { style: BorderStyle.NONE, size: 0, color: 'auto' }
const underHead = { style: BorderStyle.SINGLE, size: 8, color: colours.primary }

/** What is no longer stands on one page. */
const short = 12
/** So many rows stand together at the foot of a page, and at the top of the next. */
const together = 3

export type TableSetting = {
  width: number
  /** Has columns as wide as these: those of as many columns that stand next to it. */
  alike: TableNode[]
  /** Belongs to what follows it. */
  keepNext?: boolean
}

/** A real table: its caption above it, its head again on each page, no row split between two. */
export function tableOf(
  table: TableNode,
  writing: Writing,
  { width, alike, keepNext = false }: TableSetting
): Standing[] {
  const widths = widthsOf(alike, width)
  const isLong = table.rows.length > short
  const caption = table.caption.length > 0 ? [paragraphOf(table.caption, { style: 'Caption' }, writing)] : []
  if (widths.length === 0) return caption
  const last = table.rows.length - 1
  // The colophon takes no more of the table with it than it needs to not stand alone.
  const isHeld = keepNext && (caption.length > 0 || table.rows.length >= 2 * together)
  // A paragraph above rows that all are held would be left where they were.
  const hasCaptionRow = isLong || isHeld
  const isKept = (at: number) => {
    if (at === last) return isHeld
    if (isHeld && last >= 2 * together && at === last - together + 1) return false
    return !isLong || at < together - 1 || at > last - together
  }
  const rows = [
    ...(hasCaptionRow ? caption.map((words) => captionRow(words, widths)) : []),
    rowOf(table, table.head, { widths, head: true, keepNext: true }, writing),
    ...table.rows.map((row, at) => rowOf(table, row, { widths, head: false, keepNext: isKept(at) }, writing))
  ]
  return [
    ...(hasCaptionRow ? [] : caption),
    new Described(
      {
        rows,
        style: 'ReportTable',
        columnWidths: widths,
        width: { size: width, type: WidthType.DXA },
        layout: TableLayoutType.FIXED,
        tableLook: { firstRow: true, firstColumn: true, noHBand: true, noVBand: true }
      },
      writing.characters.safe(plain(table.caption))
    ),
    new Paragraph({ style: 'AfterTable', ...(isHeld && { keepNext: true }) })
  ]
}

/** Says what it holds to whoever does not see it. */
class Described extends Table {
  constructor(options: ITableOptions, description: string) {
    super(options)
    const properties = this.root.find((one) => one instanceof TableProperties)
    if (description) properties?.addChildElement(new StringValueElement('w:tblCaption', description))
  }
}

/** Above the head of a table that goes on over a page, so that it says there too what it is. */
const captionRow = (words: Paragraph, widths: number[]): TableRow =>
  new TableRow({
    tableHeader: true,
    cantSplit: true,
    children: [new TableCell({ columnSpan: widths.length, borders: { bottom: none }, children: [words] })]
  })

type Row = { widths: number[]; head: boolean; keepNext: boolean }

const rowOf = (
  { numbers }: TableNode,
  row: Inline[][],
  { widths, head, keepNext }: Row,
  writing: Writing
): TableRow =>
  new TableRow({
    cantSplit: true,
    ...(head && { tableHeader: true }),
    ...(keepNext && { keepNext }),
    children: widths.map((width, at) =>
      cellOf(row[at] ?? [], { width, head, number: numbers.includes(at) }, writing)
    )
  })

type Cell = { width: number; head: boolean; number: boolean }

const cellOf = (inlines: Inline[], { width, head, number }: Cell, writing: Writing): TableCell =>
  new TableCell({
    width: { size: width, type: WidthType.DXA },
    ...(head && { borders: { bottom: underHead } }),
    children: [
      paragraphOf(
        inlines,
        { style: head ? 'TableHead' : 'TableText', ...(number && { alignment: AlignmentType.RIGHT }) },
        writing,
        { quiet: true }
      )
    ]
  })
