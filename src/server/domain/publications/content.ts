import { createHash } from 'node:crypto'
import type { Id } from '#server/platform/db/ids.ts'
import type { Degree, PeriodPrecision, Qualifier } from '#server/platform/db/schema.ts'
import type { Totals } from '../reports/houses.ts'
import type { SumQualifier } from '../figures/summing.ts'
import type { KindWords } from '../kinds/kinds.ts'
import type { Reach } from '../people/reach.ts'
import type { Part } from './templates.ts'

/**
 * What an edition holds: all that its page shows, as it was the moment it was frozen. Names, never ids to be looked up;
 * slugs and numbers only to point at the living pages.
 */
export type Content = {
  format: 1
  title: string
  language: string
  audience: Reach
  /** When the facts were read, as an instant and as the day it was in the installation's time zone. */
  frozen: { at: string; day: string }
  publisher: Named
  collaboration: Named & {
    kind: string
    words: KindWords
    period: Period
    area: Named
    otherAreas: Named[]
    contact: { function: string | null; mail: string | null; phone: string | null }
    /** Made up to show how things work. */
    invented: boolean
    source: string | null
  }
  blocks: FrozenBlock[]
}

export type Named = { slug: string; name: string }
export type Period = { from: string | null; to: string | null; precision: PeriodPrecision }
export type Stated = {
  subject: string
  qualifier: Qualifier
  value: number | null
  words: string | null
  source: string
}

export type FrozenBlock = {
  id: Id
  heading: string | null
  part: Part | null
  focusArea: string | null
} & Facts
export type Facts =
  | { kind: 'prose'; prose: string | null }
  | { kind: 'totals'; facts: TotalsFacts }
  | { kind: 'quarter'; facts: { streets: FrozenStreet[]; followedUp: boolean } }
  | { kind: 'aims'; facts: { objectives: { title: string; aims: string[] }[] } }
  | { kind: 'deeds'; facts: { groups: { title: string | null; deeds: Deed[] }[]; more: number } }
  | { kind: 'figures'; facts: FiguresFacts }
  | { kind: 'not_carried_out'; facts: { items: NotCarriedOut[] } }
  | { kind: 'beyond'; facts: { deeds: Deed[] } }
  | { kind: 'next_period'; facts: { successors: Successor[] } }
  | { kind: 'parties'; facts: PartiesFacts }
  | { kind: 'documents'; facts: { documents: FrozenDocument[] } }
export type FactsOf<K extends Facts['kind']> = Extract<Facts, { kind: K; facts: unknown }>['facts']

export type TotalsFacts = {
  /** Null until a round has been opened. */
  computed: Totals | null
  /** How many are told of in words. */
  described: number
  round: { name: string; from: string; to: string; due: string } | null
  stated: Stated[]
}
export type FrozenHouse = {
  number: number
  title: string
  degree: Degree | null
  state: 'reported' | 'not_asked' | 'not_due' | 'no_answer'
  ordinary: boolean
  stage: string
  /** Gives the roof: the same commitment has the same house everywhere. */
  seed: Id
}
export type FrozenStreet = {
  title: string | null
  text: string | null
  lit: number
  of: number
  houses: FrozenHouse[]
}
export type FrozenFigure = {
  qualifier: Qualifier
  value: number | null
  words: string | null
  unit: string
  soFar: boolean
}
/** Its bytes are a file that never changes, reached by the attachment's id. */
export type FrozenPhoto = { id: Id; alt: string; width: number; height: number }
export type Deed = {
  number: number
  title: string
  seed: Id
  degree: Degree | null
  ordinary: boolean
  highlight: boolean
  /** The public wording, else the partner's own words. */
  text: string | null
  contributed: string | null
  lead: string | null
  parties: string[]
  places: string[]
  figures: FrozenFigure[]
  /** Left out where there is none. */
  photos?: FrozenPhoto[]
}
export type NotCarriedOut = Pick<Deed, 'number' | 'title' | 'lead' | 'seed'> & {
  reason: string | null
  discontinued: boolean
}
export type FiguresFacts = {
  sums: { unit: string; soFar: boolean; qualifier: SumQualifier; value: number; of: number }[]
  listed: { unit: string; figures: (FrozenFigure & { number: number; title: string })[] }[]
}
export type Successor = Named & {
  period: Period
  lifecycle: string
  purpose: string | null
  commitments: number
  objectives: { title: string; description: string | null; isNew: boolean }[]
  /** Objectives of this period that it doesn't go on with. */
  ended: string[]
}
export type PartiesFacts = {
  roles: { role: string; parties: (Named & { from: string | null; to: string | null })[] }[]
  /** Organisations named, each once. */
  named: number
  stated: Stated[]
}
export type FrozenDocument = {
  title: string
  kind: string | null
  year: number | null
  day: string | null
  caseNumber: string | null
  url: string | null
  note: string | null
}

/** JSON with its keys in order: equal content gives equal bytes, also after the database has kept it. */
export const canonical = (value: unknown): string => JSON.stringify(value, inKeyOrder)

const inKeyOrder = (_key: string, value: unknown): unknown =>
  value !== null && typeof value === 'object' && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).toSorted(([one], [other]) => (one < other ? -1 : 1)))
    : value

export const sha256 = (content: unknown): string =>
  createHash('sha256').update(canonical(content)).digest('hex')

/** The same whenever the same would be published: all but the moment. */
export const sealOf = ({ frozen: _, ...rest }: Content): string => sha256(rest)
