import type { Gender } from '#ui/charts/house.ts'
import type { Locale } from '#ui/words/locale.ts'
import { m } from '#ui/words/messages.ts'
import { numberFormat } from './formatters.ts'

/** Swedish groups by a thin space that never breaks a line: 400 000. */
export function formatNumber(value: number, locale: Locale, decimals = 2): string {
  const written = numberFormat(locale === 'en' ? 'en-GB' : locale, {
    maximumFractionDigits: decimals
  })
  return written.format(value).replace(/\u00a0/g, '\u202f')
}

/** "400 000 kr" */
export const formatKronor = (value: number, locale: Locale): string =>
  m.common_kronor({ amount: formatNumber(value, locale, 0) }, { locale })

/** "tre", "ett" or "en"; figures from thirteen on. */
export function spellNumber(value: number, locale: Locale, gender: Gender = 'common'): string {
  if (!Number.isInteger(value) || value < 0 || value > 12) return formatNumber(value, locale)
  const n = String(value) as Parameters<typeof m.common_number_word>[0]['n']
  return m.common_number_word({ n, gender }, { locale })
}

export const capitalise = (text: string, locale: Locale): string =>
  text.charAt(0).toLocaleUpperCase(locale) + text.slice(1)
