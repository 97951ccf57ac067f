export type Link = { to: string; anchor: string }
export type Found = {
  status: number
  /** Where it was first found. */
  from: string
  /** It leads to the sign-in, or is no page. */
  closed: boolean
  links: Link[]
  anchors: Set<string>
  language: string
  headings: number
  title: string
}

/** Where the links of a page lead, within the same site. */
export function addressesIn(html: string, path: string, origin: string): Link[] {
  const found: Link[] = []
  for (const [, href] of html.matchAll(/<(?:a|link)\s[^>]*?href="([^"]*)"/g)) {
    const address = unescaped(href ?? '')
    const url = URL.parse(address, origin + path)
    if (!url) throw new Error(`${path} has a link to nowhere: ${address}`)
    if (url.origin !== origin) continue
    found.push({ to: url.pathname + url.search, anchor: decodeURIComponent(url.hash.slice(1)) })
  }
  return found
}

export const anchorsIn = (html: string): Set<string> =>
  new Set([...html.matchAll(/\sid="([^"]*)"/g)].map(([, id]) => unescaped(id ?? '')))

const unescaped = (text: string): string =>
  text.replaceAll('&amp;', '&').replaceAll('&quot;', '"').replaceAll('&#39;', "'")
