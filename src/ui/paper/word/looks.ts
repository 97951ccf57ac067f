import { millimetres, page } from './measures.ts'

/** All stands at one left edge: text at its measure, what needs more room goes on to the right, and only houses hang out to the left. */
export type Look = {
  margin: { top: number; bottom: number; left: number; right: number }
  /** How far into the right margin goes what needs more room than text does. */
  more: number
  /** Sizes of headings in half points, and the air above and under one of level 2 in points. */
  title: number
  section: number
  part: number
  above: number
  under: number
  opening: number
  lead: number
  /** Of all else: how much of its air it has, how far its lines stand apart, and how many half points it is smaller by. */
  air: number
  lines: number
  smaller: number
  /** Above and under the words of a cell, in twips. */
  cell: number
}

/** A report to leaf through. */
export const roomy: Look = {
  margin: { top: millimetres(24), bottom: millimetres(25), left: millimetres(34), right: millimetres(48) },
  more: millimetres(24),
  ...{ title: 62, section: 38, part: 27, above: 24, under: 7, opening: 34, lead: 24 },
  ...{ air: 1, lines: 1, smaller: 0, cell: 45 }
}

/** What is meant to be one page. */
export const tight: Look = {
  margin: { top: millimetres(13), bottom: millimetres(15), left: millimetres(22), right: millimetres(28) },
  more: millimetres(6),
  ...{ title: 42, section: 24, part: 21, above: 8, under: 2.5, opening: 25, lead: 20 },
  ...{ air: 0.4, lines: 0.88, smaller: 2, cell: 24 }
}

/** How wide text stands. */
export const measureOf = ({ margin }: Look): number => page.width - margin.left - margin.right
/** How wide tables, streets and the opening stand. */
export const widthOf = (look: Look): number => measureOf(look) + look.more
