import type { Locale } from '#ui/words/locale.ts'
import { listFormat } from './formatters.ts'

/** "a, b och c" */
export const formatList = (items: readonly string[], locale: Locale): string =>
  listFormat(locale === 'en' ? 'en-GB' : locale, { type: 'conjunction' }).format(items)
