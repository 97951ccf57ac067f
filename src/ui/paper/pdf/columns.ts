import { mayEnd, wordsIn } from './lines.ts'
import type { Line, Table } from './sheet.ts'

/** Measured in signs: its longest cell, its longest word, and what it would have of the page. */
export type Column = { isNumber: boolean; longest: number; word: number; share: number }
/** `signs` is how many of a word each has room for. */
export type Widths = { columns: Table['columns']; signs: number[] }

/** A column of numbers is as wide as it needs, where it needs no more than this and there are few beside it. */
const longestNumber = 14
const few = 6

/** In points: what there is to share, between two columns, and a sign in the type of tables and in that of those with many columns. */
const room = { page: 430, within: 230 }
const gap = 10
const sign = { usual: 5.2, dense: 4.4 }

export const lengthOf = (line: Line): number => wordsIn(line.runs).length

const ends = new RegExp(`[\\s${mayEnd}-]+`)
export const longestWord = (words: string): number =>
  words.split(ends).reduce((longest, { length }) => Math.max(longest, length), 0)

/** However long some cells are, every column keeps room for some signs on a line, and for its longest word where that can be. */
export function fitted(columns: Column[], isWithin: boolean): Widths {
  const isTight = isWithin || columns.length > few
  const each = columns.length > few ? sign.dense : sign.usual
  const isAuto = ({ isNumber, longest }: Column) => isNumber && longest <= longestNumber && !isTight
  const taken = columns.filter(isAuto).reduce((sum, { longest }) => sum + longest * each + gap, 0)
  const shared = columns.filter((column) => !isAuto(column))
  const widths = shareOut(shared, (isWithin ? room.within : room.page) - taken, isTight, each)
  const widthOf = new Map(shared.map((column, at) => [column, widths[at] ?? 0]))
  return {
    columns: columns.map((column) => ({ isNumber: column.isNumber, share: widthOf.get(column) ?? null })),
    signs: columns.map((column) => {
      const width = widthOf.get(column)
      return width === undefined ? column.longest : (width - gap) / each
    })
  }
}

function shareOut(columns: Column[], room: number, isTight: boolean, each: number): number[] {
  const most = Math.max(12, Math.min(45, Math.max(0, ...columns.map(({ share }) => share))))
  const least = most / (isTight ? 1.5 : 5)
  // The first says what the others are of.
  const shares = columns.map(
    ({ share }, at) => Math.max(least, Math.min(most, share)) * (at === 0 ? 1.15 : 1)
  )
  const whole = shares.reduce((sum, share) => sum + share, 0)
  const wished = shares.map((share) => (share / whole) * room)
  // Where all are narrow, none gives anything up.
  if (isTight) return wished.map(Math.round)
  const needed = columns.map(({ word }) => word * each + gap)
  // Those that lack room for a word get it from those that have more than they need.
  const lack = wished.map((width, at) => Math.max(0, (needed[at] ?? 0) - width))
  const spare = wished.map((width, at) => Math.max(0, width - (needed[at] ?? 0)))
  const [lacking, spared] = [lack, spare].map((all) => all.reduce((sum, one) => sum + one, 0))
  const given = Math.min(1, (spared ?? 0) / (lacking || 1))
  const part = ((lacking ?? 0) * given) / (spared || 1)
  return wished.map((width, at) => Math.round(width + (lack[at] ?? 0) * given - (spare[at] ?? 0) * part))
}
