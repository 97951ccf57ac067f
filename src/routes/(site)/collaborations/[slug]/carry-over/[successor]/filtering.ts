import type { Item } from '#server/domain/carrying-over/listing.ts'

export const shows = ['all', 'undecided', 'carried_out', 'unanswered', 'discontinued', 'decided'] as const
export type Show = (typeof shows)[number]
/** What is shown: which state, which top of the plan, whose. */
export type Filter = { show: Show; objective: string | null; party: string | null }

export const everything: Filter = { show: 'all', objective: null, party: null }

/** How addresses say it. */
const said: Record<Show, string> = {
  all: '',
  undecided: 'kvar',
  carried_out: 'genomforda',
  unanswered: 'utan-svar',
  discontinued: 'inte-genomforda',
  decided: 'valda'
}

export const filterIn = (asked: URLSearchParams): Filter => ({
  show: shows.find((show) => said[show] === asked.get('visa')) ?? 'all',
  objective: asked.get('mal') || null,
  party: asked.get('part') || null
})

/** The filter as a query, to be gone on with; `more` is added. */
export function queryOf(
  { show, objective, party }: Filter,
  more: Record<string, string | number> = {}
): string {
  const all = Object.entries({ visa: said[show], mal: objective, part: party, ...more })
  const told = all.filter(([, value]) => value !== '' && value !== null)
  return new URLSearchParams(told.map(([name, value]) => [name, String(value)])).toString()
}

export const isUndecided = ({ chosen, stale }: Pick<Item, 'chosen' | 'stale'>): boolean =>
  chosen === null || stale

type Shown = Pick<Item, 'chosen' | 'stale' | 'carried_out' | 'last' | 'stage' | 'degree' | 'owner'> & {
  top: string | null
}

const stands: Record<Show, (item: Shown) => boolean> = {
  all: () => true,
  undecided: isUndecided,
  carried_out: (item) => item.carried_out,
  unanswered: ({ last }) => last === null,
  discontinued: ({ stage, degree }) =>
    stage === 'discontinued' || degree === 'not_carried_out' || degree === 'not_begun',
  decided: (item) => !isUndecided(item)
}

export const countsOf = (items: Shown[]): Record<Show, number> =>
  Object.fromEntries(shows.map((show) => [show, items.filter(stands[show]).length])) as Record<Show, number>

/** Those of a part of the plan, and of a party. */
export const within = <I extends Shown>(items: I[], { objective, party }: Filter): I[] =>
  items.filter(
    ({ top, owner }) => (objective === null || top === objective) && (party === null || owner?.slug === party)
  )

/** Those to show; `kept` is what was chosen for just now, that it may be undone where it stood. */
export const shownOf = <I extends Shown & { number: number }>(
  items: I[],
  filter: Filter,
  kept: number | null
): I[] => within(items, filter).filter((item) => stands[filter.show](item) || item.number === kept)

/** The first that waits for a choice after the one of that number, as they stand on the page; else the first of all. */
export function nextAfter(items: (Shown & { number: number })[], number: number | null): number | null {
  const at = items.findIndex((item) => item.number === number)
  const waiting = (from: number) =>
    items.slice(from).find((item) => item.number !== number && isUndecided(item))
  return (waiting(at + 1) ?? waiting(0))?.number ?? null
}

/** So many stand on a page, whatever the promise. */
const atATime = 150

/** Where the page with that number begins. */
export const pageWith = (items: { number: number }[], number: number): number => {
  const at = items.findIndex((item) => item.number === number)
  return Math.floor(Math.max(0, at) / atATime) * atATime
}

/** One page of them, and where the next one begins. */
export const pageFrom = <I>(items: I[], from: number) => ({
  page: items.slice(from, from + atATime),
  next: items.length > from + atATime ? from + atATime : null
})
