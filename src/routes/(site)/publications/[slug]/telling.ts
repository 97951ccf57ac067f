import type { RequestEvent } from '@sveltejs/kit'

const deeds = ['sent', 'returned', 'decided', 'scheduled', 'kept_back', 'published', 'withdrawn'] as const
/** What was just done with an edition. */
export type Told = { what: (typeof deeds)[number]; number: number }

const name = 'kvarter-told'
const said = new RegExp(String.raw`^(${deeds.join('|')})\.(\d{1,6})$`)
const minute = 60

/** Tells it on the page that follows: a cookie of that page alone, which nothing is kept in and nobody else reads. */
export const tellNext = ({ cookies, url }: RequestEvent, path: string, { what, number }: Told): void =>
  cookies.set(name, `${what}.${number}`, {
    path,
    httpOnly: true,
    sameSite: 'lax',
    secure: url.protocol === 'https:',
    maxAge: minute
  })

/**
 * What is to be told here, once: when the page is loaded again it is not. The cookie may be anybody's, so only to those who
 * read all, of an edition that is there.
 */
export function toldNow(
  { cookies, url }: Pick<RequestEvent, 'cookies' | 'url'>,
  path: string,
  { readsAll, editions }: { readsAll: boolean; editions: { number: number }[] }
): Told | null {
  const found = said.exec(cookies.get(name) ?? '')
  if (!found) return null
  cookies.delete(name, { path, secure: url.protocol === 'https:' })
  const told = { what: found[1] as Told['what'], number: Number(found[2]) }
  return readsAll && editions.some(({ number }) => number === told.number) ? told : null
}
