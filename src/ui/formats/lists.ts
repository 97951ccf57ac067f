import type { Locale } from '#ui/words/locale.ts'

/** "a, b och c" */
export const formatList = (items: readonly string[], locale: Locale): string =>
  new Intl.ListFormat(locale === 'en' ? 'en-GB' : locale, { type: 'conjunction' }).format(items)
