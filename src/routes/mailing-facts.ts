import type { Runtime } from '#server/platform/runtime.ts'
import { baseLocale, isLocale, type Locale } from '#ui/words/locale.ts'

export type House = Pick<Runtime, 'db' | 'secrets' | 'settings'>
/**
 * What a mail is put in words for: to be sent now, if it still is of use; to be read whole in the workshop; or by
 * somebody who looks into the outbox and must not be able to use it.
 */
export type Shown = 'sent' | 'whole' | 'masked'

/** Stands where a code or a personal link would. */
export const hidden = '••••••'
export const known = (language: string | null): Locale => (isLocale(language) ? language : baseLocale)
