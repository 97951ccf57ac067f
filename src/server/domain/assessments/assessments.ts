import { sql } from 'kysely'
import type { Id } from '#server/platform/db/ids.ts'
import type { Db } from '#server/platform/db/write.ts'
import type { Actor } from '../people/actor.ts'
import { withinReach, type Reach } from '../people/reach.ts'

/** "Samlad bedömning" of a period: of the whole, or of one objective. */
export type Assessment = {
  id: Id
  version: number
  /** Null: the whole. */
  objective_id: Id | null
  from_day: string
  to_day: string
  /** What has worked, the challenges ahead, what it has contributed to. */
  worked: string | null
  challenges: string | null
  contribution: string | null
  /** Those who made it, as they want to be called. */
  made_by: string | null
  reach: Reach
  audience: Reach
}

/** A collaboration's, the latest period first; of each the whole, then the plan's objectives in their order. */
export async function listAssessments(db: Db, actor: Actor, collaboration: Id): Promise<Assessment[]> {
  const { rows } = await sql<Assessment>`
    select a.id, a.version, a.objective_id, a.from_day, a.to_day, a.worked, a.challenges, a.contribution, a.made_by, a.reach, a.audience
    from assessment a left join objective o on o.id = a.objective_id
    where a.collaboration_id = ${collaboration}
      and ${withinReach(actor, { audience: 'a.audience', collaboration: 'a.collaboration_id' })}
    order by a.to_day desc, a.from_day desc, a.objective_id is not null, o.sort, o.id, a.id`.execute(db)
  return rows
}

/** What it would be about if it were written now: the latest follow-up's time, else the collaboration's own. */
export async function periodToAssess(db: Db, collaboration: Id, today: string) {
  const { rows } = await sql<{ from: string; to: string }>`
    select coalesce(r.from_day, c.from_day, date_trunc('year', ${today}::date)::date) as from,
      coalesce(r.to_day, greatest(c.to_day, c.from_day), ${today}::date) as to
    from collaboration c
    left join lateral (
      select from_day, to_day from round where collaboration_id = c.id and kind = 'follow_up' and state <> 'preparing'
      order by opened_at desc limit 1) r on true
    where c.id = ${collaboration}`.execute(db)
  return rows[0] ?? { from: today, to: today }
}
