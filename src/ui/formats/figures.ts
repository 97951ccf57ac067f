import { quoted } from '#ui/words/foreign.ts'
import type { Locale } from '#ui/words/locale.ts'
import { m } from '#ui/words/messages.ts'
import { formatNumber } from './numbers.ts'

/** `at_least_about` comes of adding: about + at least. */
export type Qualifier =
  'exactly' | 'about' | 'at_least' | 'at_least_about' | 'over' | 'at_most' | 'on_average' | 'words'
export type Figure = {
  value: number | null
  qualifier: Qualifier
  /** What was said where there is no number: "flera hundra". */
  words?: string | null
  unit?: string | null
}

/** "över 4 300", "i snitt 11", "flera hundra": as honest as it was told, without what was counted. */
export function figureNumber({ value, qualifier, words }: Figure, locale: Locale): string {
  if (qualifier === 'words' || value === null) return words?.trim() ?? ''
  const number = formatNumber(value, locale)
  return qualifier === 'exactly' ? number : m[`common_figure_${qualifier}`]({ number }, { locale })
}

/** "över 4 300 mellanmål" */
export const formatFigure = (figure: Figure, locale: Locale): string =>
  [figureNumber(figure, locale), figure.unit?.trim()].filter(Boolean).join('\u00a0')

/** The same figure with what was written in it told apart from our own words about it. */
export const quotedFigure = <F extends Figure>(figure: F): F => ({
  ...figure,
  words: figure.words?.trim() ? quoted(figure.words.trim()) : figure.words,
  unit: figure.unit?.trim() ? quoted(figure.unit.trim()) : figure.unit
})
