import { everyNode } from '../every-node.ts'
import { plain } from '../inlines.ts'
import type { Inline, Paper, TableNode } from '../paper.ts'
import { lineOf, unlinked, wordsIn, type Setting } from './lines.ts'
import type { Line, Piece, Table } from './sheet.ts'
import { fitted, lengthOf, longestWord, type Column, type Widths } from './columns.ts'

const empty: Line = { runs: [] }

/** A head is said again on each page, where it leaves room for the rows. */
const shortHead = 100
/** So many rows are not broken between pages, where they take no more than this of one, in points. */
const fewRows = 12
const most = 420
const lineHeight = 17
/** The last rows of a longer one stand together. */
const lastRows = 3

/** The columns of those tables whose heads are alike, by their heads: beside each other they look like one. */
export type Columns = Map<string, Column[]>

export type TableSetting = Setting & {
  /** Set in, in a list or a quotation. */
  depth: number
  columns: Columns
  /** The heading it stands under. */
  under: Inline[] | null
}

const keyOf = ({ head, numbers }: TableNode): string => JSON.stringify([head.map(plain), numbers])

export function columnsIn(paper: Paper): Columns {
  const tables = everyNode(paper).flatMap((node) =>
    node.type === 'table' ? [node] : node.type === 'quarter' ? node.tables : []
  )
  const alike = Map.groupBy(tables, keyOf)
  return new Map([...alike].map(([key, some]) => [key, columnsOf(some)]))
}

function columnsOf(tables: TableNode[]): Column[] {
  const rows = tables.flatMap(({ head, rows }) => [head, ...rows])
  const width = rows.reduce((widest, row) => Math.max(widest, row.length), 0)
  return Array.from({ length: width }, (_, at) => {
    const words = rows.map((row) => plain(row[at] ?? []))
    const longest = words.reduce((sum, { length }) => Math.max(sum, length), 0)
    const average = words.reduce((sum, { length }) => sum + length, 0) / Math.max(1, words.length)
    return {
      isNumber: tables.some(({ numbers }) => numbers.includes(at)),
      longest,
      word: words.reduce((sum, one) => Math.max(sum, longestWord(one)), 0),
      // Between the longest and the usual: one long cell does not starve the other columns.
      share: Math.sqrt(longest * average)
    }
  })
}

/** Every row as wide as the widest, and columns that share the page as their words need it. */
export function tabled(node: TableNode, note: Line | null, setting: TableSetting): Piece[] {
  const columns = setting.columns.get(keyOf(node)) ?? columnsOf([node])
  if (columns.length > 0) return [tableOf(node, columns, note, setting)]
  return [lineOf(node.caption, setting), note].flatMap((line) =>
    line ? [{ kind: 'paragraph', line, tone: null }] : []
  )
}

function tableOf(node: TableNode, columns: Column[], note: Line | null, setting: TableSetting): Table {
  const isWithin = setting.depth > 0
  const widths = fitted(columns, isWithin)
  const longest = Math.max(6, Math.min(30, Math.floor((isWithin ? 45 : 90) / columns.length)))
  const cellsOf = (cells: TableNode['head']): Line[] =>
    columns.map((_, at) =>
      divided(lineOf(cells[at] ?? [], { ...setting, longest }) ?? empty, widths.signs[at] ?? 0)
    )
  // Said again at the top of each page, where nothing may lead anywhere.
  const head = cellsOf(node.head).map(unlinked)
  const rows = node.rows.map(cellsOf)
  const lengths = head.map(lengthOf)
  const above = Math.ceil((plain(node.caption).length + (note ? lengthOf(note) : 0)) / 40) * lineHeight
  return {
    kind: 'table',
    caption: lineOf(node.caption, setting),
    name: nameOf(node, setting),
    note,
    isWithin,
    columns: widths.columns,
    head: lengths.some(Boolean) ? head : null,
    isHeadShort: Math.max(...lengths) <= shortHead,
    // Within something else columns are narrower than is known here, and what is whole and too high is cut off.
    isWhole: !isWithin && rows.length <= fewRows && above + heightOf([head, ...rows], widths) <= most,
    endsTogether: !isWithin && rows.length > fewRows && heightOf(rows.slice(-lastRows), widths) <= most / 2,
    rows
  }
}

/** What is said besides in a caption is said once. */
function nameOf({ caption }: TableNode, { under, ...setting }: TableSetting): Line | null {
  const own = lineOf(
    caption.filter(({ type }) => type !== 'aside'),
    setting
  )
  const name = own ?? (under && lineOf(under, setting))
  return name && unlinked(name)
}

/** A word is divided only where it is wider than its column. */
const divided = (line: Line, signs: number): Line =>
  !line.undivided && longestWord(wordsIn(line.runs)) > signs ? { ...line, divided: true } : line

/** About so high, in points. */
const heightOf = (rows: Line[][], { signs }: Widths): number =>
  rows.reduce((sum, row) => {
    const lines = row.map((cell, at) => Math.ceil(lengthOf(cell) / Math.max(1, (signs[at] ?? 1) * 0.85)))
    return sum + Math.max(1, ...lines) * 11.5 + 8
  }, 0)
