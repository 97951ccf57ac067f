import { address } from '#ui/words/addresses.ts'
import { locales } from '#ui/words/locale.ts'

/** What is of no use to find by others' search: personal links, codes, one's own pages, answers to a search. */
const kept = ['answer', 'read-report', 'my-page', 'settings'] as const

export const GET = ({ url }) => {
  const closed = (route: string, rest: string) =>
    locales.map((locale) => `Disallow: ${address(locale, route)}${rest}`)
  const lines = [
    ...kept.flatMap((route) => closed(route, '')),
    ...closed('sign-in', '/'),
    ...closed('search', '?q=')
  ]
  const text = ['User-agent: *', ...lines, '', `Sitemap: ${url.origin}/sitemap.xml`, ''].join('\n')
  return new Response(text, { headers: { 'content-type': 'text/plain; charset=utf-8' } })
}
