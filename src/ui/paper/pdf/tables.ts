import type { TableNode } from '../paper.ts'
import { lineOf, wordsIn, type Setting } from './lines.ts'
import type { Line, Table } from './sheet.ts'

const empty: Line = { runs: [] }
/** A column of numbers with longer words than this is set as text. */
const longestNumber = 24

/** Every row as wide as the widest, and columns that share the page as their words need it. */
export function tableOf(node: TableNode, setting: Setting): Table | null {
  const width = Math.max(node.head.length, ...node.rows.map((row) => row.length))
  if (width === 0) return null
  const narrow = { ...setting, longest: Math.max(6, Math.min(30, Math.floor(90 / width))) }
  const cellsOf = (cells: TableNode['head']): Line[] =>
    Array.from({ length: width }, (_, at) => lineOf(cells[at] ?? [], narrow) ?? empty)
  const head = cellsOf(node.head)
  const rows = node.rows.map(cellsOf)
  return {
    kind: 'table',
    caption: lineOf(node.caption, setting),
    columns: Array.from({ length: width }, (_, at) => columnOf(node, [head, ...rows], at)),
    head,
    rows
  }
}

function columnOf({ numbers }: TableNode, rows: Line[][], at: number): Table['columns'][number] {
  const lengths = rows.map((row) => wordsIn(row[at]?.runs ?? []).length)
  const longest = Math.max(...lengths)
  const average = lengths.reduce((sum, length) => sum + length, 0) / lengths.length
  return {
    isNumber: numbers.includes(at) && longest <= longestNumber,
    // Between the longest and the usual: one long cell does not starve the other columns.
    share: Math.max(8, Math.min(60, Math.sqrt(longest * average)))
  }
}
