import { sql } from 'kysely'
import type { Id } from '#server/platform/db/ids.ts'
import { leadsTo } from '#server/platform/db/slugs.ts'
import type { Db } from '#server/platform/db/write.ts'
import { NotFound } from '#server/platform/refusals.ts'

export type AreaFilter = { parent?: string; kind?: string }

const columns = [
  'area.id',
  'area.version',
  'area.slug',
  'area.name',
  'area.kind',
  'area.aliases',
  'area.boundary',
  'area.from_day',
  'area.to_day',
  'area.successor_id',
  'area.contact_function',
  'area.contact_mail',
  'area.contact_phone'
] as const

const inAlphabet = sql`area.name collate "sv-x-icu"`

/** Every area is public. Those directly under `parent`, or the whole list, by Swedish alphabet. */
export const listAreas = (db: Db, { parent, kind }: AreaFilter = {}) =>
  db
    .selectFrom('area')
    .select(['area.id', 'area.slug', 'area.name', 'area.kind', 'area.boundary', 'area.to_day'])
    .$if(parent !== undefined, (query) =>
      query
        .innerJoin('area_parent', 'area_parent.area_id', 'area.id')
        .where('area_parent.parent_id', '=', String(parent))
    )
    .$if(kind !== undefined, (query) => query.where('area.kind', '=', String(kind)))
    .orderBy(inAlphabet)
    .execute()
export type ListedArea = Awaited<ReturnType<typeof listAreas>>[number]

/** By its slug, or by one it had before. */
export const findArea = (db: Db, slug: string) =>
  db
    .selectFrom('area')
    .select(columns)
    .where('area.id', '=', leadsTo('area', slug))
    .executeTakeFirstOrThrow(() => new NotFound('area'))
export type Area = Awaited<ReturnType<typeof findArea>>

/** The areas it lies in, the largest first. */
export const listAreasAbove = (db: Db, id: Id) =>
  db
    .selectFrom('area_path')
    .innerJoin('area', 'area.id', 'area_path.ancestor_id')
    .select(['area.id', 'area.slug', 'area.name', 'area.kind', 'area.to_day'])
    .where('area_path.area_id', '=', id)
    .where('area_path.depth', '>', 0)
    .orderBy('area_path.depth', 'desc')
    .execute()

/** What it was before and what took its place: name and slug. */
export async function findSuccession(db: Db, { id, successor_id }: Pick<Area, 'id' | 'successor_id'>) {
  const named = db.selectFrom('area').select(['id', 'slug', 'name'])
  const [predecessors, successor] = await Promise.all([
    named.where('successor_id', '=', id).orderBy(inAlphabet).execute(),
    successor_id ? named.where('id', '=', successor_id).executeTakeFirst() : undefined
  ])
  return { predecessors, successor }
}
