import { sql, type RawBuilder } from 'kysely'
import type { Id } from '#server/platform/db/ids.ts'
import type { Db } from '#server/platform/db/write.ts'
import type { Actor } from '../../people/actor.ts'
import type { Named, Period } from '../frozen.ts'
import { partial } from '../templates.ts'
import { dayOf, standing } from './readable.ts'

export type Listed = {
  id: Id
  slug: string
  template: string
  title: string
  language: string
  /** When it was published. */
  day: string
  number: number
  /** A later one, that was withdrawn. */
  gone: number | null
  publisher: Named
  area: Named
  collaboration: string
  /** The time it tells of, and the last year of that. */
  period: Period
  year: number
  invented: boolean
}
export type ListFilter = {
  year?: number | undefined
  area?: string | undefined
  /** The last of the page before. */
  after?: Id | undefined
  limit?: number
}

const day = dayOf(sql`current.published_at`)
/** The collaboration's time goes for an edition of before it was told: until the day it was published, where that has begun by then. */
const begins = sql`current.collaboration_period ->> 'from'`
const ends = sql`least(coalesce(current.collaboration_period ->> 'to', ${day}), ${day})`
/** Null of what isn't a day: one edition must not shut the whole list. */
const yearOf = (said: RawBuilder<unknown>) => sql`substring(${said} from '^[0-9]{4}')::integer`
const isBegun = sql`coalesce(${begins}, ${day}) <= ${day}`

/** The editions that stand, each with the years it tells of. */
const listed = (actor: Actor, among?: RawBuilder<unknown>) => sql`(
  select publication_id as id, slug, template, collaboration_id, number, gone, published_at, title, language, ${day} as day,
    publisher, area, collaboration_name as collaboration, coalesce(invented, false) as invented,
    coalesce(nullif(told, 'null'), collaboration_period) as period,
    coalesce(${yearOf(sql`told ->> 'from'`)}, case when ${isBegun} then ${yearOf(sql`coalesce(${begins}, ${day})`)} end,
      ${yearOf(day)}) as first_year,
    coalesce(${yearOf(sql`told ->> 'to'`)}, case when ${isBegun} then ${yearOf(ends)} end, ${yearOf(day)}) as year
  from ${standing(actor, among)} as current) as listed`

const columns = sql`listed.id, slug, template, title, language, day, number, gone, publisher, area, collaboration, period, year, invented`

/**
 * The latest edition of each publication, by the year it tells of and the day it was published; of an area, those of the
 * areas within it too. One more than `limit` where there are more.
 */
export async function listPublished(
  db: Db,
  actor: Actor,
  { year, area, after, limit = 100 }: ListFilter = {}
): Promise<Listed[]> {
  const inYear = year === undefined ? sql`true` : sql`${year} between first_year and year`
  const inArea =
    area === undefined
      ? sql`true`
      : sql`exists (select from collaboration c join area_path path on path.area_id = c.main_area_id
          join area above on above.id = path.ancestor_id where c.id = collaboration_id and above.slug = ${area})`
  const comesAfter =
    after === undefined
      ? sql`true`
      : sql`(year, published_at, id) < (select year, published_at, id from listed where id = ${after})`
  const { rows } = await sql<Listed>`with listed as materialized (select * from ${listed(actor)})
    select ${columns} from listed where ${inYear} and ${inArea} and ${comesAfter}
    order by year desc, published_at desc, id desc limit ${limit + 1}`.execute(db)
  return rows
}

/** What the list may be narrowed to. */
export async function listShelves(db: Db, actor: Actor) {
  const { rows } = await sql<{ years: number[]; areas: Named[] }>`
    with listed as materialized (select first_year, year, area from ${listed(actor)})
    select
      coalesce((select json_agg(told order by told desc) from (select distinct generate_series(first_year, year) as told from listed) y), '[]') as years,
      coalesce((select json_agg(area order by area ->> 'name' collate "sv-x-icu")
        from (select distinct on (area ->> 'slug') area from listed where area ->> 'slug' is not null) a), '[]') as areas`.execute(
    db
  )
  return rows[0] ?? { years: [], areas: [] }
}

export type Beside = Pick<Listed, 'slug' | 'title' | 'language' | 'period' | 'year'>

/**
 * The report before and the one after, of the same collaboration or of those it goes on from or in: of the same kind, else
 * one that tells the whole.
 */
export async function listBeside(
  db: Db,
  actor: Actor,
  { id, collaboration_id }: { id: Id; collaboration_id: Id }
): Promise<{ before: Beside | null; after: Beside | null }> {
  const inFamily = sql`shown.collaboration_id in (select id from family)`
  const { rows } = await sql<Beside & { side: 'before' | 'after' }>`
    with recursive family as (
      select id, predecessor_id from collaboration where id = ${collaboration_id}
      union select c.id, c.predecessor_id from collaboration c
        join family f on c.id = f.predecessor_id or c.predecessor_id = f.id
    ),
    listed as materialized (select * from ${listed(actor, inFamily)}),
    beside as (
      select one.*, (one.year, one.published_at, one.id) > (own.year, own.published_at, own.id) as later,
        one.template = own.template as alike
      from listed one, listed own
      where own.id = ${id} and one.id <> own.id and (one.template = own.template or one.template <> all(${partial}))
    )
    select distinct on (later) case when later then 'after' else 'before' end as side, slug, title, language, period, year
    from beside
    order by later, alike desc, case when later then year else -year end,
      case when later then 1 else -1 end * extract(epoch from published_at)`.execute(db)
  const of = (side: 'before' | 'after') => {
    const found = rows.find((row) => row.side === side)
    return found ? { ...found } : null
  }
  return { before: of('before'), after: of('after') }
}
