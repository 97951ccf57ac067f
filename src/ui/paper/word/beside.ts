import { Paragraph, Table, TableCell, TableLayoutType, TableRow, WidthType } from 'docx'
import type { Standing } from './paragraphs.ts'

/** A row is not split: what stands in it is kept together by that, and would hold all rows together in LibreOffice. */
export const inRow = { keepNext: false } as const

/** Between what stands side by side. */
export const gutter = 340

export type Beside = {
  /** In twips, of all with what is between them. */
  widths: number[]
  /** Row by row. A row is not split between two pages. */
  rows: Standing[][][]
}

/** Without lines and without a head: it sets things side by side, read row by row. */
export const besideEachOther = ({ widths, rows }: Beside): Standing[] => [
  new Table({
    style: 'Beside',
    rows: rows.map((cells) => {
      const children = widths.map((width, at) => cellOf(cells[at] ?? [], width))
      return new TableRow({ cantSplit: true, children })
    }),
    columnWidths: widths,
    width: { size: widths.reduce((sum, width) => sum + width, 0), type: WidthType.DXA },
    layout: TableLayoutType.FIXED,
    tableLook: { firstRow: false, firstColumn: false, noHBand: true, noVBand: true }
  }),
  new Paragraph({ style: 'AfterTable' })
]

const cellOf = (children: Standing[], width: number): TableCell =>
  new TableCell({
    width: { size: width, type: WidthType.DXA },
    children: children.length > 0 ? children : [new Paragraph({ style: 'AfterTable' })]
  })

/** So many of equal width. */
export const columnsOf = (count: number, width: number): number[] =>
  Array.from({ length: count }, () => Math.floor(width / count))

export const rowsOf = <T>(all: T[], across: number): T[][] =>
  Array.from({ length: Math.ceil(all.length / across) }, (_, at) => all.slice(at * across, (at + 1) * across))
