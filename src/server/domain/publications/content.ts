import { createHash } from 'node:crypto'
import type { Id } from '#server/platform/db/ids.ts'
import type { KindWords } from '../kinds/kinds.ts'
import type { Reach } from '../people/reach.ts'
import type { Facts } from './facts.ts'
import type { Named, Period } from './frozen.ts'
import type { Part } from './blocks/kinds.ts'

export type { Facts, FactsOf } from './facts.ts'

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
  /** The time it tells of; null where that is the collaboration's, and absent in editions of before it was told. */
  told?: Period | null
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

export type FrozenBlock = {
  id: Id
  heading: string | null
  part: Part | null
  focusArea: string | null
} & Facts
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
