import { sql } from 'kysely'
import type { Id } from '#server/platform/db/ids.ts'
import type { Db } from '#server/platform/db/write.ts'
import type { Actor } from '../people/actor.ts'
import { collaborationReach } from './finding.ts'
import { listPredecessors } from './predecessors.ts'

export type Choice = { value: Id; label: string }

/**
 * What the forms of a collaboration choose among; asked for only where one is open. What one may go on from is listed for
 * `later`, or for one that is not made yet (null).
 */
export async function listChoices(db: Db, actor: Actor, later?: Id | null) {
  const [areas, organisations, collaborations, predecessors] = await Promise.all([
    sql<Choice>`select id as value, name as label from area where to_day is null order by name collate "sv-x-icu"`.execute(
      db
    ),
    sql<Choice>`select id as value, name as label from organisation where to_day is null order by name collate "sv-x-icu"`.execute(
      db
    ),
    db
      .selectFrom('collaboration')
      .select(['id as value', 'name as label', 'from_day', 'to_day'])
      .where(collaborationReach(actor))
      .orderBy('name')
      .orderBy('from_day')
      .execute(),
    later === undefined ? [] : listPredecessors(db, actor, later)
  ])
  return { areas: areas.rows, organisations: organisations.rows, collaborations, predecessors }
}
export type Choices = Awaited<ReturnType<typeof listChoices>>
