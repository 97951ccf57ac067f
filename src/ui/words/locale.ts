import { AsyncLocalStorage } from 'node:async_hooks'
import { baseLocale, locales, overwriteGetLocale } from './generated/runtime.js'

export type Locale = (typeof locales)[number]

const current = new AsyncLocalStorage<Locale>()
overwriteGetLocale(() => current.getStore() ?? baseLocale)

export const inLocale = <T>(locale: Locale, work: () => T): T => current.run(locale, work)
export const getLocale = (): Locale => current.getStore() ?? baseLocale
export const isLocale = (value: unknown): value is Locale => locales.includes(value as Locale)
export { baseLocale, locales }
