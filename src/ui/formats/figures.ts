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
  /** "mellanmål" */
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
