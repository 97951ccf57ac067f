import { listPublicPages } from '#server/domain/search/public-pages.ts'
import { runtime } from '#server/platform/runtime.ts'
import { address } from '#ui/words/addresses.ts'
import { baseLocale, locales, type Locale } from '#ui/words/locale.ts'
import { placeOf } from '../(site)/search/places.ts'

/** Of the 50,000 addresses a map of a site may hold, with one for each language. */
const most = 20_000
const lists = [
  'areas',
  'collaborations',
  'organisations',
  'publications',
  'decisions',
  'documents',
  'about',
  'accessibility'
] as const

const home = (locale: Locale): string => (locale === baseLocale ? '/' : `/${locale}`)

/** Slugs and the words of addresses hold nothing that XML minds. */
function entry(origin: string, at: (locale: Locale) => string): string {
  const others = locales.map(
    (locale) => `<xhtml:link rel="alternate" hreflang="${locale}" href="${origin}${at(locale)}"/>`
  )
  return locales.map((locale) => `<url><loc>${origin}${at(locale)}</loc>${others.join('')}</url>`).join('\n')
}

export const GET = async ({ url: { origin } }) => {
  const pages = await listPublicPages(runtime().db, most)
  const entries = [
    entry(origin, home),
    ...lists.map((route) => entry(origin, (locale) => address(locale, route))),
    ...pages.map((page) => entry(origin, (locale) => placeOf(page, locale)))
  ]
  const xml = `<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">
${entries.join('\n')}
</urlset>
`
  return new Response(xml, { headers: { 'content-type': 'application/xml; charset=utf-8' } })
}
