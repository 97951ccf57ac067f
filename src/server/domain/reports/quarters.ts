import type { Id } from '#server/platform/db/ids.ts'
import type { Db } from '#server/platform/db/write.ts'
import type { KindWords } from '../kinds/kinds.ts'
import type { Actor } from '../people/actor.ts'
import { countHouses, housesOf, type House, type HouseCount, type Whose } from './houses.ts'

/** Above this many a quarter is told by counts. */
export const mostHouses = 300
/** More streets than this nobody walks: they are told together. */
export const mostStreets = 40

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
  /** Those that have houses here, by name: a street for each. None where they are more than anybody walks. */
  collaborations: QuarterCollaboration[]
  /** What those that have houses here call them. */
  kinds: KindWords[]
  /** All that stands here is made up to show how things work. */
  invented: boolean
}

/** The quarter of an area or an organisation, across collaborations, as this reader may see it. */
export async function quarterOf(db: Db, actor: Actor, whose: Whose): Promise<QuarterFacts> {
  const houses = await housesOf(db, actor, whose, { limit: mostHouses + 1 })
  return houses.length <= mostHouses ? eachOf(db, houses) : countedOf(db, actor, whose)
}

async function eachOf(db: Db, houses: House[]): Promise<QuarterFacts> {
  const all = await collaborationsOf(db, unique(houses.map((house) => house.collaboration_id)))
  return {
    total: houses.length,
    houses,
    counts: [],
    internal: houses.some(({ audience }) => audience !== 'public'),
    collaborations: all.length > mostStreets ? [] : all,
    kinds: all.map(({ words }) => words),
    invented: all.every(({ invented }) => invented)
  }
}

async function countedOf(db: Db, actor: Actor, whose: Whose): Promise<QuarterFacts> {
  const counts = await countHouses(db, actor, whose, { streets: mostStreets })
  const [collaborations, kinds] = await Promise.all([
    collaborationsOf(db, unique(counts.map((one) => one.collaboration_id).filter((id) => id !== null))),
    kindsOf(db, unique(counts.flatMap(({ kind_ids }) => kind_ids)))
  ])
  return {
    total: counts.reduce((sum, { count }) => sum + count, 0),
    houses: null,
    counts,
    internal: seesMore(actor),
    collaborations,
    kinds,
    invented: counts.every(({ invented }) => invented)
  }
}

const unique = (ids: Id[]): Id[] => [...new Set(ids)]

async function kindsOf(db: Db, ids: Id[]): Promise<KindWords[]> {
  if (ids.length === 0) return []
  const found = await db.selectFrom('kind').select('words').where('id', 'in', ids).execute()
  return found.map(({ words }) => words as KindWords)
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
