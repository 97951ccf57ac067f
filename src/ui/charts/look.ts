export type Degree = 'not_begun' | 'begun' | 'partly' | 'mostly' | 'fully' | 'unstated' | 'not_carried_out'
export type AnswerState = 'reported' | 'not_asked' | 'not_due' | 'no_answer'
export type Stage =
  'proposed' | 'agreed' | 'ongoing' | 'completed' | 'in_ordinary_operations' | 'discontinued'
export type Gender = 'neuter' | 'common'

/** What a house shows: the latest accepted degree, else why there is none; or, where no rounds are held, the stage. */
export type HouseFacts = {
  degree: Degree | null
  state: AnswerState
  ordinary: boolean
  stage?: Stage
}
export type House = HouseFacts & {
  href: string
  title: string
  seed: string
  language?: string
}
/** Houses that look alike, as one number: for streets too long to walk. */
export type HouseCount = HouseFacts & { count: number; href?: string }
export type Street = {
  title: string
  /** Of what people wrote on it: its title, where that is not our own, and its text. */
  language?: string
  href?: string
  text?: string
  /** How many of `of` are carried out to some extent. */
  lit: number
  of: number
  houses: House[]
  counts?: HouseCount[]
}

export const looks = [
  'fully',
  'mostly',
  'partly',
  'unstated',
  'begun',
  'not_begun',
  'not_due',
  'not_asked',
  'no_answer',
  'not_carried_out',
  'completed',
  'ongoing',
  'agreed',
  'proposed',
  'discontinued'
] as const
export type Look = (typeof looks)[number]
export type Shape =
  'four' | 'three' | 'two' | 'one' | 'wide' | 'panes' | 'bare' | 'question' | 'plot' | 'rafters'

const shapes: Record<Look, Shape> = {
  fully: 'four',
  mostly: 'three',
  partly: 'two',
  begun: 'one',
  unstated: 'wide',
  not_begun: 'panes',
  not_asked: 'bare',
  not_due: 'bare',
  no_answer: 'question',
  not_carried_out: 'plot',
  proposed: 'bare',
  agreed: 'panes',
  ongoing: 'rafters',
  completed: 'wide',
  discontinued: 'plot'
}

export function lookOf({ degree, state, stage }: HouseFacts): Look {
  if (stage) return stage === 'in_ordinary_operations' ? 'completed' : stage
  if (degree) return degree
  return state === 'reported' ? 'not_asked' : state
}

export const shapeOf = (facts: HouseFacts): Shape => shapes[lookOf(facts)]

export const hasFlag = (facts: HouseFacts): boolean =>
  facts.stage ? facts.stage === 'in_ordinary_operations' : facts.ordinary

/** One of three roofs, always the same for the same commitment. */
export function roofOf(seed: string): 0 | 1 | 2 {
  let hash = 2166136261
  for (const sign of seed) hash = Math.imul(hash ^ sign.codePointAt(0)!, 16777619)
  return (((hash ^ (hash >>> 15)) >>> 0) % 3) as 0 | 1 | 2
}

const rank = (facts: HouseFacts) => looks.indexOf(lookOf(facts)) * 2 + (hasFlag(facts) ? 0 : 1)

/** Most carried out first; houses alike keep the order they came in. */
export const byDegree = <T extends HouseFacts>(houses: readonly T[]): T[] =>
  houses.toSorted((a, b) => rank(a) - rank(b))

export type LegendItem = { look: Look | 'ordinary'; facts: HouseFacts }

/** Each look among the houses once, in order; those in ordinary operations as one item of their own, last. */
export function legendOf(houses: readonly HouseFacts[]): LegendItem[] {
  const seen = new Map<Look, LegendItem>()
  for (const facts of byDegree(houses)) {
    const look = lookOf(facts)
    const plain = { ...facts, ordinary: false }
    if (facts.stage !== 'in_ordinary_operations' && !seen.has(look)) seen.set(look, { look, facts: plain })
  }
  const flagged = houses.find(hasFlag)
  return [...seen.values(), ...(flagged ? [{ look: 'ordinary' as const, facts: flagged }] : [])]
}

export function countAlike(houses: readonly HouseFacts[]): HouseCount[] {
  const counts = new Map<number, HouseCount>()
  for (const { degree, state, ordinary, stage } of houses) {
    const facts = { degree, state, ordinary, stage }
    const found = counts.get(rank(facts))
    if (found) found.count += 1
    else counts.set(rank(facts), { ...facts, count: 1 })
  }
  return byDegree([...counts.values()])
}
