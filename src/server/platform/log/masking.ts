/** Addresses that let their bearer in, by the words they go under in each language. */
const privatePath = /\/(svara|answer|las-rapport|read-report|logga-in|sign-in|demonstration)\/[^\s?#]+/gi
const tokenLike = /\/(?=[^/\s?#]*[A-Z])(?=[^/\s?#]*\d)[\w-]{22,}/g

/** Whether a plain path lets its bearer in. */
export const isPrivatePath = (path: string): boolean => path.search(privatePath) >= 0

/** Escapes of what may as well stand as it is, also escaped more than once. What ends an address keeps its own. */
function withoutEscapes(text: string, rounds = 4): string {
  const plainer = text.replace(/%([2-7][0-9a-f])/gi, (escaped, code: string) => {
    const letter = String.fromCharCode(parseInt(code, 16))
    return /[\s?#\x7f]/.test(letter) ? escaped : letter
  })
  return plainer === text || rounds === 0 ? plainer : withoutEscapes(plainer, rounds - 1)
}

/** The path that a request asks for, however it is written: what is judged by path is judged by this one. */
export function plainPath(asked: string): string {
  const whole = `http://kvarter${asked.startsWith('/') ? '' : '/'}${asked}`
  const { pathname } = URL.parse(whole) ?? { pathname: asked.split(/[?#]/, 1)[0] ?? '' }
  return withoutEscapes(pathname)
    .replace(/[\\/]+/g, '/')
    .replace(/(.)\/$/, '$1')
}

export function maskLinks(text: string): string {
  return withoutEscapes(text).replace(privatePath, '/$1/…').replace(tokenLike, '/…')
}
