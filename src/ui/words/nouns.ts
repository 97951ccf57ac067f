import type { Noun } from '../formats/totals.ts'
import { baseLocale, getLocale } from './locale.ts'

export type PerLanguage = Record<string, Noun>

const none: Noun = { one: '', theOne: '', many: '', theMany: '', gender: 'common' }

/** The word in the reader's language, or in the base language where it has none. */
export const nounIn = (word: PerLanguage, locale: string = getLocale()): Noun =>
  word[locale] ?? word[baseLocale] ?? none
