import type { Locale } from '#ui/words/locale.ts'
import { m } from '#ui/words/messages.ts'
import { type Day, formatDay, formatParts } from './days.ts'

export type Precision = 'day' | 'month' | 'season' | 'term' | 'year'
/** Both ends are days that belong to it; an end that is missing is open. */
export type Period = { from: Day | null; to: Day | null; precision: Precision }

const yearOf = (day: Day) => Number(day.slice(0, 4))
const monthOf = (day: Day) => Number(day.slice(5, 7))

function season(day: Day, locale: Locale): string {
  const [year, month] = [yearOf(day), monthOf(day)]
  const name = (['winter', 'spring', 'summer', 'autumn'] as const)[Math.floor((month % 12) / 3)]!
  const years = month === 12 ? `${year}/${String(year + 1).slice(2)}` : String(year)
  return m[`common_season_${name}`]({ year: years }, { locale })
}
const term = (day: Day, locale: Locale) =>
  (monthOf(day) < 7 ? m.common_term_spring : m.common_term_autumn)({ year: String(yearOf(day)) }, { locale })
const month = (day: Day, locale: Locale) => formatParts(day, locale, { month: 'long', year: 'numeric' })

const write: Record<Precision, (day: Day, locale: Locale) => string> = {
  day: formatDay,
  month,
  season,
  term,
  year: (day) => String(yearOf(day))
}

/** The year, and the month too where days share it, is said once: "3–5 maj 2017", "april–maj 2017". */
function span(from: Day, to: Day, precision: Precision, locale: Locale): string {
  const last = write[precision](to, locale)
  const sameYear = yearOf(from) === yearOf(to)
  if (precision === 'year') return `${yearOf(from)}–${yearOf(to)}`
  if (precision === 'month' && sameYear) return `${formatParts(from, locale, { month: 'long' })}–${last}`
  if (precision === 'day' && sameYear && monthOf(from) === monthOf(to))
    return `${Number(from.slice(8, 10))}–${last}`
  if (precision === 'day' && sameYear) {
    return `${formatParts(from, locale, { day: 'numeric', month: 'long' })} – ${last}`
  }
  return `${write[precision](from, locale)} – ${last}`
}

/** "27 februari 2024 – 31 december 2025", "hösten 2027", "vårterminen 2026", "2026–2028"; empty when nothing is known. */
export function formatPeriod({ from, to, precision }: Period, locale: Locale): string {
  if (from && to) {
    const [first, last] = [write[precision](from, locale), write[precision](to, locale)]
    const withinOne = first === last || (precision === 'season' && isOneWinter(from, to))
    return withinOne ? first : span(from, to, precision, locale)
  }
  if (from) return m.common_period_from({ day: write[precision](from, locale) }, { locale })
  return to ? m.common_period_to({ day: write[precision](to, locale) }, { locale }) : ''
}

const isOneWinter = (from: Day, to: Day) =>
  monthOf(from) === 12 && monthOf(to) < 3 && yearOf(to) === yearOf(from) + 1
