import type { TableNode } from '../paper.ts'
import { lineOf, unlinked, wordsIn, type Setting } from './lines.ts'
import type { Line, Piece, Table } from './sheet.ts'

const empty: Line = { runs: [] }
/** A column of numbers is as wide as it needs, where it needs no more than this and there are few beside it. */
const longestNumber = 14
const few = 6

/** A head is said again on each page, where it leaves room for the rows. */
const shortHead = 100

type Column = { isNumber: boolean; longest: number; share: number }

/** Every row as wide as the widest, and columns that share the page as their words need it. */
export function tableOf(node: TableNode, setting: Setting, isWithin = false): Piece[] {
  const width = Math.max(node.head.length, ...node.rows.map((row) => row.length))
  const caption = lineOf(node.caption, setting)
  if (width === 0) return caption ? [{ kind: 'paragraph', line: caption, tone: null }] : []
  const narrow = { ...setting, longest: Math.max(6, Math.min(30, Math.floor((isWithin ? 45 : 90) / width))) }
  const cellsOf = (cells: TableNode['head']): Line[] =>
    Array.from({ length: width }, (_, at) => lineOf(cells[at] ?? [], narrow) ?? empty)
  // Said again at the top of each page, where nothing may lead anywhere.
  const head = cellsOf(node.head).map(unlinked)
  const rows = node.rows.map(cellsOf)
  const columns = Array.from({ length: width }, (_, at) => columnOf(node, [head, ...rows], at))
  const lengths = head.map((cell) => wordsIn(cell.runs).length)
  return [
    {
      kind: 'table',
      caption,
      columns: fitted(columns, isWithin || width > few),
      head: lengths.some(Boolean) ? head : null,
      isHeadShort: Math.max(...lengths) <= shortHead,
      rows
    }
  ]
}

function columnOf({ numbers }: TableNode, rows: Line[][], at: number): Column {
  const lengths = rows.map((row) => wordsIn(row[at]?.runs ?? []).length)
  const longest = Math.max(...lengths)
  const average = lengths.reduce((sum, length) => sum + length, 0) / lengths.length
  // Between the longest and the usual: one long cell does not starve the other columns.
  return { isNumber: numbers.includes(at), longest, share: Math.sqrt(longest * average) }
}

/** However long some cells are, every column keeps room for some signs on a line. */
function fitted(columns: Column[], isTight: boolean): Table['columns'] {
  const most = Math.max(12, Math.min(60, Math.max(...columns.map(({ share }) => share))))
  const least = most / (isTight ? 1.5 : 5)
  return columns.map(({ isNumber, longest, share }) => ({
    isNumber,
    share: isNumber && longest <= longestNumber && !isTight ? null : Math.max(least, Math.min(most, share))
  }))
}
