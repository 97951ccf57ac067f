import { baseLocale, locales } from '#ui/words/locale.ts'
import { inOtherLanguage } from '#ui/words/addresses.ts'
import { installationForPage } from './installation.ts'
import { refusal } from './refusing.ts'
import type { LayoutServerLoad } from './$types'

export const load: LayoutServerLoad = async ({ locals, url: asked }) => {
  const { name, language, demonstration, time_zone } = await installationForPage()
  const url = refusal()?.at ?? asked
  const other = locales.find((locale) => locale !== locals.locale) ?? baseLocale
  return {
    locale: locals.locale,
    installation: { name, language, demonstration, timeZone: time_zone },
    person: locals.person && { name: locals.person.name },
    here: url.pathname + url.search,
    inOther: { lang: other, href: translated(url, other) }
  }
}

/** An address with a malformed escape has no other language. */
function translated(url: URL, to: (typeof locales)[number]): string {
  try {
    return inOtherLanguage(url.pathname, to) + url.search
  } catch {
    return to === baseLocale ? '/' : `/${to}`
  }
}
