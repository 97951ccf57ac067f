import { sql, type RawBuilder } from 'kysely'
import type { Actor } from '../../people/actor.ts'
import { withinReach } from '../../people/reach.ts'

const thereAt = (moment: RawBuilder<unknown>) =>
  sql`${moment} at time zone coalesce((select time_zone from installation), 'Europe/Stockholm')`

/** The day it was, where the installation is. */
export const dayOf = (moment: RawBuilder<unknown>) => sql<string>`to_char(${thereAt(moment)}, 'YYYY-MM-DD')`
export const clockOf = (moment: RawBuilder<unknown>) => sql<string>`to_char(${thereAt(moment)}, 'HH24:MI')`

/** Every edition with what its publication is known by; `seen_by` is the least of those it was frozen for and its readers now. */
export const shown = sql`(
  select e.*, p.slug, p.template, p.language, p.collaboration_id, greatest(p.audience, e.audience) as seen_by
  from edition e join publication p on p.id = e.publication_id) as shown`

/**
 * An edition is read once it is published, by those it was frozen for and no others, also when the publication has been
 * given a wider reach since: it may hold what only they were to see. Before, by those who read the collaboration whole.
 */
export function readable(actor: Actor): RawBuilder<boolean> {
  if (actor.reads === 'all') return sql<boolean>`true`
  const reach = withinReach(actor, { audience: 'shown.seen_by', collaboration: 'shown.collaboration_id' })
  return sql<boolean>`(${reach} and (shown.published_at is not null or shown.collaboration_id = any(${actor.reads}::uuid[])))`
}

/**
 * The edition readers have of each publication: the latest published, where this reader may read it and it is not withdrawn.
 * `among` narrows which publications are gone through.
 */
export const current = (actor: Actor, among: RawBuilder<unknown> = sql`true`) => sql`(
  select * from (
    select distinct on (publication_id) * from ${shown} where published_at is not null and ${readable(actor)} and ${among}
    order by publication_id, number desc
  ) latest where withdrawn_at is null) as current`

/**
 * The edition that stands in lists: the latest published that is not withdrawn, where this reader may read it. Where a later
 * one was withdrawn, `gone` is its number: the publication's address tells of that, and this one is read by its own.
 */
export const standing = (actor: Actor, among: RawBuilder<unknown> = sql`true`) => sql`(
  select *, case when last_withdrawn > number then last_withdrawn end as gone from (
    select distinct on (publication_id) *,
      max(number) filter (where withdrawn_at is not null) over (partition by publication_id) as last_withdrawn
    from ${shown} where published_at is not null and ${readable(actor)} and ${among}
    order by publication_id, withdrawn_at is not null, number desc
  ) latest where withdrawn_at is null)`
