import { plain } from '../inlines.ts'
import type { Node, TableNode } from '../paper.ts'

/** A sign of a head, and what a cell has beside its words. */
const signWidth = 112
const besides = 200

/** Each column has room for its longest word as far as there is room; what is left goes by how much stands in them. */
export function widthsOf(tables: TableNode[], width: number): number[] {
  const rows = tables.flatMap((table) => [table.head, ...table.rows])
  const columns = rows.reduce((most, row) => Math.max(most, row.length), 0)
  const texts = Array.from({ length: columns }, (_, at) => rows.map((row) => plain(row[at] ?? [])))
  const least = texts.map((cells) => Math.min(24, longestOf(cells.flatMap(unbroken))) * signWidth + besides)
  const weights = texts.map((cells) => Math.min(60, Math.max(8, longestOf(cells))))
  const [taken, weight] = [sumOf(least), sumOf(weights)]
  if (taken > width) return least.map((one) => Math.floor((width * one) / taken))
  return least.map((one, at) => Math.floor(one + ((width - taken) * weights[at]!) / weight))
}

/** A few short words stand on one line: "Utan svar", "14 av 19". */
const fewSigns = 10
const unbroken = (cell: string): string[] => (cell.length <= fewSigns ? [cell] : cell.split(/\s+/))

const longestOf = (texts: string[]): number => texts.reduce((most, text) => Math.max(most, text.length), 0)
const sumOf = (numbers: number[]): number => numbers.reduce((sum, number) => sum + number, 0)

/** Those that stand with no table of other columns between them, so that an eye may go down all of them. */
export function alikeIn(nodes: Node[]): Map<TableNode, TableNode[]> {
  const found = new Map<TableNode, TableNode[]>()
  let run: TableNode[] = []
  for (const table of nodes.filter((node) => node.type === 'table')) {
    if (run[0]?.head.length !== table.head.length) run = []
    run.push(table)
    found.set(table, run)
  }
  return found
}
