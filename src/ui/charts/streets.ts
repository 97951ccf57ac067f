import type { Stage, House, HouseCount, HouseFacts, Street, Degree, AnswerState } from './house.ts'
import { stageSentence, totalSentence, type Noun, type Sentence } from '../formats/totals.ts'
import { address } from '../words/addresses.ts'
import type { Locale } from '../words/locale.ts'

export type HouseRow = {
  id: string
  number: number
  title: string
  stage: string
  degree: Degree | null
  state: AnswerState
  ordinary: boolean
  in_base: boolean
  carried_out: boolean
  followed_up: boolean
  collaboration_slug: string
  language: string
}
export type CountRow = Omit<
  HouseRow,
  'id' | 'number' | 'title' | 'stage' | 'collaboration_slug' | 'language'
> & {
  stage: string | null
  count: number
}
type Counted = Omit<CountRow, 'ordinary' | 'count'> & { count?: number }

/** Where rounds are held a house shows its answers, else its stage. */
export const factsOf = (row: HouseRow | CountRow): HouseFacts => ({
  degree: row.degree,
  state: row.state,
  ordinary: row.ordinary,
  ...(row.followed_up ? {} : { stage: row.stage as Stage })
})

export const houseFrom = (row: HouseRow, locale: Locale): House => ({
  ...factsOf(row),
  href: address(locale, 'collaborations', row.collaboration_slug, 'commitments', row.number),
  title: row.title,
  language: row.language,
  seed: row.id
})

const sum = (rows: readonly Counted[], counts: (row: Counted) => boolean): number =>
  rows.reduce((total, row) => total + (counts(row) ? (row.count ?? 1) : 0), 0)

const totalOf = (rows: readonly Counted[]) => ({
  lit: sum(rows, (row) => row.in_base && row.carried_out),
  of: sum(rows, (row) => row.in_base),
  fully: sum(rows, (row) => row.in_base && row.degree === 'fully'),
  missing: sum(rows, (row) => row.in_base && row.state === 'no_answer')
})

/** The computed sentence of some houses; where no rounds are held, or nothing is agreed yet, it tells their stages. */
export function sentenceOf(rows: readonly Counted[], noun: Noun, locale: Locale): Sentence {
  const total = totalOf(rows)
  const byStage = rows.length > 0 && (total.of === 0 || rows.every((row) => !row.followed_up))
  if (!byStage) return totalSentence(total, noun, locale)
  const counts: Partial<Record<Stage, number>> = {}
  for (const { stage, count = 1 } of rows)
    if (stage) counts[stage as Stage] = (counts[stage as Stage] ?? 0) + count
  return stageSentence(counts, noun, locale)
}

type Named = Pick<Street, 'title' | 'href' | 'text' | 'language'>

export const streetOf = (named: Named, rows: readonly HouseRow[], locale: Locale): Street => {
  const { lit, of } = totalOf(rows)
  return { ...named, lit, of, houses: rows.map((row) => houseFrom(row, locale)) }
}

export const countedStreet = (named: Named, rows: readonly CountRow[]): Street => {
  const { lit, of } = totalOf(rows)
  const alike = Map.groupBy(rows, (row) => JSON.stringify(factsOf(row)))
  const counts = [...alike.values()].flatMap((same): HouseCount[] =>
    same[0] ? [{ ...factsOf(same[0]), count: same.reduce((total, { count }) => total + count, 0) }] : []
  )
  return { ...named, lit, of, houses: [], counts }
}
