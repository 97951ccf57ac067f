import { BorderStyle, Paragraph } from 'docx'
import type { Node } from '../paper.ts'
import { besideEachOther, columnsOf, gutter, inRow, rowsOf } from './beside.ts'
import { colours } from './measures.ts'
import { standingOf, type Place } from './nodes.ts'
import { paragraphOf, type Standing } from './paragraphs.ts'
import type { Writing } from './writing.ts'

type Terms = Extract<Node, { type: 'terms' }>

const above = { style: BorderStyle.SINGLE, size: 12, space: 6, color: colours.primary }

/** Beside each other, never mixed. */
export function termsOf({ items }: Terms, writing: Writing, place: Place): Standing[] {
  const across = place.lists > 0 ? 1 : Math.min(items.length, 2)
  const widths = columnsOf(across, place.width)
  const inside: Place = {
    ...place,
    style: 'Explanation',
    indent: 0,
    width: (widths[0] ?? 0) - gutter,
    keepNext: false
  }
  const cells = items.map(({ term, children }): Standing[] => [
    paragraphOf(term, { style: 'Term', border: { top: above }, ...(across > 1 && inRow) }, writing),
    ...standingOf(children, writing, inside)
  ])
  return across > 1 ? besideEachOther({ widths, rows: rowsOf(cells, across).map(closed) }) : cells.flat()
}

/** A cell ends with a paragraph. */
const closed = (cells: Standing[][]): Standing[][] =>
  cells.map((cell) =>
    cell.at(-1) instanceof Paragraph ? cell : [...cell, new Paragraph({ style: 'AfterTable' })]
  )
