import type { Id } from '#server/platform/db/ids.ts'
import type { Db } from '#server/platform/db/write.ts'
import type { KindWords } from '../kinds/kinds.ts'
import type { Actor } from '../people/actor.ts'
import { countHouses, housesOf, type House, type HouseCount, type Whose } from './houses.ts'

/** Above this many a quarter is told by counts. */
export const mostHouses = 300

export type QuarterCollaboration = {
  id: Id
  slug: string
  name: string
  language: string
  lifecycle: string
  invented: boolean
  words: KindWords
}
/** Whose houses stand here: each of them, or where they are too many, how many of each look. */
export type QuarterFacts = {
  total: number
  houses: House[] | null
  counts: HouseCount[]
  /** Holds something that is not public, or may: of those that are only counted nobody asked each. */
  internal: boolean
  /** Those that have houses here, by name. */
  collaborations: QuarterCollaboration[]
}

/** The quarter of an area or an organisation, across collaborations, as this reader may see it. */
export async function quarterOf(db: Db, actor: Actor, whose: Whose): Promise<QuarterFacts> {
  const houses = await housesOf(db, actor, whose, { limit: mostHouses + 1 })
  const walkable = houses.length <= mostHouses
  const counts = walkable ? [] : await countHouses(db, actor, whose)
  const shown = walkable ? houses : counts
  return {
    total: walkable ? houses.length : counts.reduce((sum, { count }) => sum + count, 0),
    houses: walkable ? houses : null,
    counts,
    internal: walkable ? houses.some(({ audience }) => audience !== 'public') : seesMore(actor),
    collaborations: await collaborationsOf(db, [...new Set(shown.map((house) => house.collaboration_id))])
  }
}

const seesMore = ({ reads, partyIn, organisations }: Actor): boolean =>
  reads.length > 0 || partyIn.length > 0 || organisations.length > 0

/** Whoever sees a commitment sees the name of its collaboration: its audience is never wider. */
export async function collaborationsOf(db: Db, ids: Id[]): Promise<QuarterCollaboration[]> {
  if (ids.length === 0) return []
  const found = await db
    .selectFrom('collaboration')
    .innerJoin('kind', 'kind.id', 'collaboration.kind_id')
    .select([
      'collaboration.id',
      'collaboration.slug',
      'collaboration.name',
      'collaboration.language',
      'collaboration.lifecycle',
      'collaboration.invented',
      'kind.words'
    ])
    .where('collaboration.id', 'in', ids)
    .orderBy('collaboration.lifecycle')
    .orderBy('collaboration.from_day', 'desc')
    .orderBy('collaboration.name')
    .execute()
  return found.map((one) => ({ ...one, words: one.words as KindWords }))
}
