import type { RequestEvent } from '@sveltejs/kit'
import { address } from '#ui/words/addresses.ts'

/** Where to go when signed in: the path in `till`, if it is one of ours, else one's own page. */
export function wayBack({ url, locals }: Pick<RequestEvent, 'url' | 'locals'>): string {
  const till = url.searchParams.get('till') ?? ''
  const home = address(locals.locale, 'my-page')
  if (!till.startsWith('/') || !URL.canParse(till, url)) return home
  const there = new URL(till, url)
  // Looked at as it is sent: `/.//annan.example` begins as one of ours and becomes `//annan.example`.
  const ours = there.origin === url.origin && !there.pathname.startsWith('//')
  return ours ? there.pathname + there.search + there.hash : home
}

/** Keeps `till`, and nothing else, on the way between the pages of sign-in. */
export function keepingWayBack(
  path: string,
  { url }: Pick<RequestEvent, 'url'>,
  more: Record<string, string> = {}
) {
  const till = url.searchParams.get('till')
  const query = new URLSearchParams({ ...more, ...(till ? { till } : {}) }).toString()
  return query ? `${path}?${query}` : path
}
