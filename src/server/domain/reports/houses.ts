import { sql, type RawBuilder } from 'kysely'
import { dayIn } from '#server/platform/clock.ts'
import type { Id } from '#server/platform/db/ids.ts'
import type { Db } from '#server/platform/db/write.ts'
import type { Degree } from '#server/platform/db/schema.ts'
import type { Actor } from '../people/actor.ts'
import { withinReach, type Reach } from '../people/reach.ts'

/**
 * Whose houses: a collaboration's, those tied to an area or below it, those of larger areas it lies in, those tied to
 * just that area and to nothing in another, an organisation's, those of others that it takes part in.
 */
export type Whose =
  | { collaboration: Id }
  | { commitment: Id }
  | { within: Id }
  | { above: Id }
  | { tiedTo: Id; apartFrom: Id }
  | { organisation: Id }
  | { partaking: Id }

export type House = {
  id: Id
  number: number
  title: string
  stage: string
  audience: Reach
  /** The main objective, where it has one. */
  objective_id: Id | null
  collaboration_id: Id
  collaboration_slug: string
  /** What its title is written in. */
  language: string
  /** Of the latest accepted report that this reader may see; what is discontinued is not carried out. */
  degree: Degree | null
  /** `no_answer` only after a due date, and only when nothing was ever sent in. */
  state: 'reported' | 'not_asked' | 'not_due' | 'no_answer'
  ordinary: boolean
  /** Came along the way, besides what was promised. */
  on_the_way: boolean
  /** Counts in "n av m": agreed when the latest round opened, discontinued ones included, and not what came along the way. */
  in_base: boolean
  /** To some extent by its answers; where no rounds are held, by its stage. */
  carried_out: boolean
  /** Its collaboration has held rounds; where none are, the stage is all there is to show. */
  followed_up: boolean
}

const somewhat = new Set<Degree | null>(['partly', 'mostly', 'fully', 'unstated'])
const finished = new Set<string | null>(['completed', 'in_ordinary_operations'])

/** The one place that says what counts in "n av m": the pages only add. */
const judged = <R extends Pick<HouseCount, 'degree' | 'stage' | 'followed_up'>>(row: R) => ({
  ...row,
  carried_out: row.followed_up ? somewhat.has(row.degree) : finished.has(row.stage)
})

const isWithin = (area: Id): RawBuilder<boolean> =>
  sql`exists (select from commitment_area ca join area_path p on p.area_id = ca.area_id
      where ca.commitment_id = c.id and p.ancestor_id = ${area})`

const filterOf = (whose: Whose): RawBuilder<boolean> => {
  if ('collaboration' in whose) return sql`c.collaboration_id = ${whose.collaboration}`
  if ('commitment' in whose) return sql`c.id = ${whose.commitment}`
  if ('organisation' in whose) return sql`c.owner_id = ${whose.organisation}`
  if ('partaking' in whose)
    return sql`c.owner_id is distinct from ${whose.partaking}
      and exists (select from commitment_party p where p.commitment_id = c.id and p.organisation_id = ${whose.partaking})`
  if ('within' in whose) return isWithin(whose.within)
  if ('tiedTo' in whose)
    return sql`exists (select from commitment_area ca where ca.commitment_id = c.id and ca.area_id = ${whose.tiedTo})
      and not ${isWithin(whose.apartFrom)}`
  return sql`exists (select from commitment_area ca join area_path p on p.ancestor_id = ca.area_id
      where ca.commitment_id = c.id and p.area_id = ${whose.above} and p.depth > 0)`
}

type Options = {
  timeZone?: string
  limit?: number
  /** Those that follow upon this one. */
  after?: { collaboration: Id; number: number } | null
}

/** The degree of the latest accepted report that this reader may see (`commitment_standing`, as `s`). */
const degreeFor = ({ coordinates, reads, organisations, partyIn }: Actor): RawBuilder<Degree | null> => {
  if (coordinates === 'all') return sql`s.inner_degree`
  const inside =
    reads === 'all' ? sql`true` : sql`c.collaboration_id = any(${[...reads, ...partyIn]}::uuid[])`
  return sql`case
      when c.collaboration_id = any(${coordinates}::uuid[]) or c.owner_id = any(${organisations}::uuid[]) then s.inner_degree
      when ${inside} then s.parties_degree else s.public_degree end`
}

/** What a commitment (as `c`, with its standing) shows to this reader. */
const look = (today: string) => sql`
      case when c.stage = 'discontinued' then 'not_carried_out' else c.shown end as degree,
      case when c.stage = 'discontinued' or c.shown is not null then 'reported'
        when c.first_due is null then 'not_asked'
        when c.answered or c.first_due >= ${today} then 'not_due'
        else 'no_answer' end as state,
      c.stage = 'in_ordinary_operations' as ordinary,
      case when ${followedUp} then not c.on_the_way and (c.first_due is not null or c.stage = 'discontinued')
        else c.first_due is not null or c.stage = 'discontinued' or (c.stage <> 'proposed' and not ${leftUntold}) end as in_base,
      ${followedUp} as followed_up`

const followedUp = sql`exists (select from round
  where round.collaboration_id = c.collaboration_id and round.kind = 'follow_up' and round.state <> 'preparing')`

/** It went on when its collaboration ended, and what came of it is not told here. */
const leftUntold = sql`(c.stage in ('agreed', 'ongoing')
  and exists (select from collaboration where collaboration.id = c.collaboration_id and collaboration.lifecycle = 'ended'))`

const withStanding = (actor: Actor, commitments: RawBuilder<unknown>) =>
  sql`select c.*, s.first_due, s.answered, ${degreeFor(actor)} as shown
    from (${commitments}) c left join commitment_standing s on s.commitment_id = c.id`

const seenBy = (actor: Actor, whose: Whose) => sql`select c.* from commitment c
    where ${filterOf(whose)}
      and ${withinReach(actor, { audience: 'c.audience', collaboration: 'c.collaboration_id', owner: 'c.owner_id' })}`

/**
 * The quarter as this reader may see it: a house per commitment, by collaboration and number. At most `limit` of them
 * (1000): ask `countHouses` for how many there are.
 */
export async function housesOf(
  db: Db,
  actor: Actor,
  whose: Whose,
  { timeZone = 'Europe/Stockholm', limit = 1000, after = null }: Options = {}
): Promise<House[]> {
  const further = after
    ? sql`and (c.collaboration_id, c.number) > (${after.collaboration}, ${after.number})`
    : sql``
  const some = sql`${seenBy(actor, whose)} ${further} order by c.collaboration_id, c.number limit ${limit}`
  const { rows } = await sql<Omit<House, 'carried_out'>>`
    select c.id, c.number, c.title, c.stage, c.audience, c.on_the_way, o.objective_id, c.collaboration_id, k.slug as collaboration_slug, k.language,
      ${look(dayIn(timeZone))}
    from (${withStanding(actor, some)}) c join collaboration k on k.id = c.collaboration_id
    left join commitment_objective o on o.commitment_id = c.id and o.main
    order by c.collaboration_id, c.number`.execute(db)
  return rows.map(judged)
}

/** Houses that look alike, of one collaboration or, where they are in too many, of all. `stage` where no rounds are held. */
export type HouseCount = Pick<
  House,
  'degree' | 'state' | 'ordinary' | 'in_base' | 'carried_out' | 'followed_up'
> & {
  collaboration_id: Id | null
  stage: string | null
  count: number
  /** Of their collaborations. */
  kind_ids: Id[]
  /** All of them are. */
  invented: boolean
}

type Counting = Pick<Options, 'timeZone'> & {
  /** In more collaborations than this they are counted together. */
  streets?: number
}

/**
 * How many houses of each look, as this reader may see it. They are put together in the database: of an area with a
 * thousand collaborations some few rows come, not seven for each.
 */
export async function countHouses(
  db: Db,
  actor: Actor,
  whose: Whose,
  { timeZone = 'Europe/Stockholm', streets = 1000 }: Counting = {}
): Promise<HouseCount[]> {
  const { rows } = await sql<Omit<HouseCount, 'carried_out'>>`
    with alike as materialized (
      select c.collaboration_id, c.stage, c.on_the_way, c.shown, c.first_due, c.answered, count(*) as count
      from (${withStanding(actor, seenBy(actor, whose))}) c group by 1, 2, 3, 4, 5, 6
    ),
    walked as (select count(distinct collaboration_id) <= ${streets} as each from alike),
    house as (select c.collaboration_id, c.stage, c.count, ${look(dayIn(timeZone))} from alike c)
    select case when walked.each then house.collaboration_id end as collaboration_id, degree, state, ordinary, in_base,
      followed_up, case when not followed_up then stage end as stage,
      sum(count) as count, array_agg(distinct k.kind_id) as kind_ids, bool_and(k.invented) as invented
    from house join collaboration k on k.id = house.collaboration_id, walked
    group by 1, 2, 3, 4, 5, 6, 7`.execute(db)
  return rows.map(judged)
}

export type Totals = { carriedOut: number; begun: number; unanswered: number; of: number }

/** "n av m": how many of the base are carried out to some extent, have only begun, or lack an answer after the due date. */
export function totalsOf(houses: Pick<House, 'degree' | 'state' | 'in_base' | 'carried_out'>[]): Totals {
  const base = houses.filter((house) => house.in_base)
  return {
    carriedOut: base.filter((house) => house.carried_out).length,
    begun: base.filter((house) => house.degree === 'begun').length,
    unanswered: base.filter((house) => house.state === 'no_answer').length,
    of: base.length
  }
}
