import type { Locale } from '#ui/words/locale.ts'
import { m } from '#ui/words/messages.ts'
import { dateTimeFormat, relativeTimeFormat } from './formatters.ts'

/** A day without a zone: `2026-03-14`. */
export type Day = string

const regions: Record<Locale, string> = { sv: 'sv-SE', en: 'en-GB' }
export const midday = (day: Day): Date => new Date(`${day.slice(0, 10)}T12:00:00Z`)

export const formatParts = (day: Day, locale: Locale, options: Intl.DateTimeFormatOptions): string =>
  dateTimeFormat(regions[locale], { ...options, timeZone: 'UTC' }).format(midday(day))

/** "14 mars 2026" */
export const formatDay = (day: Day, locale: Locale): string =>
  formatParts(day, locale, { day: 'numeric', month: 'long', year: 'numeric' })

/** "14/3"; in English, where that could be read both ways, "14 Mar". */
export const formatDayShort = (day: Day, locale: Locale): string =>
  locale === 'sv'
    ? `${midday(day).getUTCDate()}/${midday(day).getUTCMonth() + 1}`
    : formatParts(day, locale, { day: 'numeric', month: 'short' })

/** "14.02" */
export function formatClock(instant: Date, locale: Locale, timeZone: string): string {
  const clock = dateTimeFormat(regions[locale], { hour: '2-digit', minute: '2-digit', timeZone })
  return locale === 'sv' ? clock.format(instant).replace(':', '.') : clock.format(instant)
}

export const dayOf = (instant: Date, timeZone: string): Day =>
  dateTimeFormat('sv-SE', { dateStyle: 'short', timeZone }).format(instant)

/** "14 mars 2026 kl. 14.02" */
export const formatInstant = (instant: Date, locale: Locale, timeZone: string): string =>
  m.common_day_at(
    { day: formatDay(dayOf(instant, timeZone), locale), clock: formatClock(instant, locale, timeZone) },
    { locale }
  )

/** ISO 8601: weeks begin on Monday, the first has the year's first Thursday. */
export function weekOf(day: Day): { year: number; week: number } {
  const thursday = midday(day)
  thursday.setUTCDate(thursday.getUTCDate() + 4 - (thursday.getUTCDay() || 7))
  const year = thursday.getUTCFullYear()
  const week = Math.ceil(((thursday.getTime() - Date.UTC(year, 0, 1)) / 86_400_000 + 0.5) / 7)
  return { year, week }
}

/** "vecka 11" */
export const formatWeek = (day: Day, locale: Locale): string =>
  m.common_week({ week: weekOf(day).week }, { locale })

/** "i dag", "i går", "om 12 dagar"; further off than a fortnight the day itself. */
export function formatDaysFrom(today: Day, day: Day, locale: Locale): string {
  const days = Math.round((midday(day).getTime() - midday(today).getTime()) / 86_400_000)
  if (Math.abs(days) > 14) return formatDay(day, locale)
  return relativeTimeFormat(regions[locale], { numeric: 'auto' }).format(days, 'day')
}
