import { baseLocale, type Locale } from './locale.ts'

/**
 * The words of addresses: per route folder its word in each language. The base language has no prefix (`/omraden/backa`),
 * the others have theirs (`/en/areas/backa`). Routes are reached by these words only.
 */
const words = {
  areas: { sv: 'omraden', en: 'areas' },
  collaborations: { sv: 'samverkan', en: 'collaborations' },
  commitments: { sv: 'insatser', en: 'commitments' },
  organisations: { sv: 'aktorer', en: 'organisations' },
  publications: { sv: 'rapporter', en: 'reports' },
  rounds: { sv: 'omgangar', en: 'rounds' },
  prepare: { sv: 'forbered', en: 'prepare' },
  'carry-over': { sv: 'for-over', en: 'carry-over' },
  proposals: { sv: 'forslag', en: 'proposals' },
  questions: { sv: 'fragor', en: 'questions' },
  preview: { sv: 'forhandsvisning', en: 'preview' },
  parties: { sv: 'parter', en: 'parties' },
  objectives: { sv: 'mal', en: 'objectives' },
  'plain-text': { sv: 'text', en: 'text' },
  saving: { sv: 'spara', en: 'save' },
  writing: { sv: 'skriver', en: 'writing' },
  wordings: { sv: 'lydelser', en: 'wordings' },
  editions: { sv: 'utgava', en: 'edition' },
  documents: { sv: 'dokument', en: 'documents' },
  decisions: { sv: 'beslut', en: 'decisions' },
  assessments: { sv: 'bedomning', en: 'assessment' },
  search: { sv: 'sok', en: 'search' },
  'my-page': { sv: 'min-sida', en: 'my-page' },
  answer: { sv: 'svara', en: 'answer' },
  'read-report': { sv: 'las-rapport', en: 'read-report' },
  report: { sv: 'rapport', en: 'report' },
  reading: { sv: 'lasning', en: 'reading' },
  'sign-in': { sv: 'logga-in', en: 'sign-in' },
  'sign-out': { sv: 'logga-ut', en: 'sign-out' },
  settings: { sv: 'installningar', en: 'settings' },
  people: { sv: 'personer', en: 'people' },
  kinds: { sv: 'slag', en: 'kinds' },
  outbox: { sv: 'utkorg', en: 'outbox' },
  about: { sv: 'om', en: 'about' },
  accessibility: { sv: 'tillganglighet', en: 'accessibility' },
  new: { sv: 'ny', en: 'new' },
  edit: { sv: 'redigera', en: 'edit' },
  code: { sv: 'kod', en: 'code' },
  demonstration: { sv: 'demonstration', en: 'demonstration' },
  sending: { sv: 'skicka', en: 'send' },
  receipt: { sv: 'kvitto', en: 'receipt' },
  answers: { sv: 'svar', en: 'answers' },
  'type-in': { sv: 'skriv-in', en: 'type-in' },
  live: { sv: 'nu', en: 'live' },
  export: { sv: 'export', en: 'export' },
  photos: { sv: 'bilder', en: 'photos' },
  forward: { sv: 'vidare', en: 'forward' },
  party: { sv: 'parten', en: 'party' },
  paper: { sv: 'papper', en: 'paper' },
  offline: { sv: 'utan-nat', en: 'offline' }
} as const satisfies Record<string, Record<Locale, string>>

export type RouteWord = keyof typeof words

const inward = new Map<string, string>(
  Object.entries(words).flatMap(([route, per]) =>
    Object.entries(per).map(([locale, word]) => [`${locale} ${word}`, route])
  )
)

/** Words stand at every second place, after these routes, and wherever something new is made; names stand between. */
const isWord = (route: string | undefined, before: string | undefined, at: number): boolean =>
  at % 2 === 0 || route === 'new' || before === 'sign-in' || before === 'settings'

/** `['collaborations', 'x', 'commitments', 4]` → `/samverkan/x/insatser/4`, in the given language. */
export function address(locale: Locale, ...parts: (string | number)[]): string {
  const said = parts.map((part, at) => {
    const word = isWord(String(part), String(parts[at - 1]), at) ? words[part as RouteWord] : undefined
    return word ? word[locale] : encodeURIComponent(part)
  })
  return `${locale === baseLocale ? '' : `/${locale}`}/${said.join('/')}`
}

/** One word of an address. */
export const wordOf = (locale: Locale, word: RouteWord): string => words[word][locale]

export const localeOf = (pathname: string): Locale => (/^\/en(\/|$)/.test(pathname) ? 'en' : 'sv')

/** A word may stand escaped: then it is the same one. */
function unescaped(part: string): string {
  try {
    return decodeURIComponent(part)
  } catch {
    return part
  }
}

/** From an address as people see it to the route that serves it, or null when its words are not of its language. */
export function routeOf(pathname: string): string | null {
  const locale = localeOf(pathname)
  const parts = pathname.split('/').slice(locale === baseLocale ? 1 : 2)
  const routes: string[] = []
  for (const [at, part] of parts.entries()) {
    const said = unescaped(part)
    const route = inward.get(`${locale} ${said}`)
    const word = isWord(route, routes[at - 1], at)
    if (word && !route && said in words) return null
    routes.push(word && route ? route : part)
  }
  return `/${routes.join('/')}`
}

/** The same page in another language. Slashes at the beginning are one: with two it would be another host. */
export function inOtherLanguage(pathname: string, to: Locale): string {
  const parts = (routeOf(pathname) ?? '').replace(/^\/+/, '').split('/')
  return parts.join('') === ''
    ? to === baseLocale
      ? '/'
      : `/${to}`
    : address(to, ...parts.map(decodeURIComponent))
}
