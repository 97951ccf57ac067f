import { sql } from 'kysely'
import { now } from '#server/platform/clock.ts'
import type { Id } from '#server/platform/db/ids.ts'
import type { Db } from '#server/platform/db/write.ts'
import type { Actor } from '../../people/actor.ts'
import type { EditionState } from './deciding.ts'
import type { Published } from './latest.ts'
import { clockOf, dayOf, readable, shown, standing } from './readable.ts'

export type WaitingEdition = {
  slug: string
  number: number
  title: string
  language: string
  collaboration: string
  state: Extract<EditionState, 'for_decision' | 'approved' | 'scheduled'>
  /** Since when it waits. */
  frozen_on: string
  publish_on: string | null
  publish_clock: string | null
  /** By whoever reads: it is theirs to go on with. */
  own: boolean
}

const longestList = 20

const among = (ids: 'all' | Id[]) =>
  ids === 'all' ? sql<boolean>`true` : sql<boolean>`collaboration_id = any(${ids}::uuid[])`

const approved = sql`exists (select from decision_about a join decision d on d.id = a.decision_id
  where a.subject_kind = 'edition' and a.subject_id = latest.id and d.kind = 'decision' and d.decided_on is not null)`

/**
 * Editions that wait to be decided or published, of reports that the actor reads before they are: what has waited longest
 * first, those with a time set last.
 */
export async function listWaiting(db: Db, actor: Actor): Promise<WaitingEdition[]> {
  if (actor.reads !== 'all' && actor.reads.length === 0) return []
  const { rows } = await sql<WaitingEdition>`
    select latest.slug, latest.number, latest.title, latest.language, k.name as collaboration,
      case when publish_at is not null then 'scheduled' when ${approved} then 'approved' else 'for_decision' end as state,
      latest.content -> 'frozen' ->> 'day' as frozen_on, ${dayOf(sql`publish_at`)} as publish_on,
      ${clockOf(sql`publish_at`)} as publish_clock, ${among(actor.coordinates)} as own
    from (
      select distinct on (publication_id) * from ${shown} where ${readable(actor)} and ${among(actor.reads)}
      order by publication_id, number desc
    ) latest join collaboration k on k.id = latest.collaboration_id
    where published_at is null and returned_at is null
    order by publish_at nulls first, frozen_at, latest.id limit ${longestList}`.execute(db)
  return rows
}

const newDays = 90

/** Reports published lately in what the actor reads or is a party in; those who coordinate know of theirs. The latest first. */
export async function listNew(db: Db, actor: Actor): Promise<Published[]> {
  const since = new Date(+now() - newDays * 86_400_000)
  const { rows } = await sql<Published>`
    select current.publication_id as id, current.slug, current.title, k.name as collaboration, current.language, k.invented, current.number, current.gone,
      ${dayOf(sql`current.published_at`)} as published_on
    from ${standing(actor)} as current join collaboration k on k.id = current.collaboration_id
    where current.published_at > ${since} and (${among(actor.reads)} or ${among(actor.partyIn)})
      and not ${among(actor.coordinates)}
    order by current.published_at desc, current.publication_id desc limit ${longestList}`.execute(db)
  return rows
}
