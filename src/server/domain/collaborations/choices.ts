import { sql } from 'kysely'
import type { Id } from '#server/platform/db/ids.ts'
import type { Db } from '#server/platform/db/write.ts'
import type { Actor } from '../people/actor.ts'
import { collaborationReach } from './finding.ts'

export type Choice = { value: Id; label: string }

/** What the forms of a collaboration choose among; asked for only where one is open. */
export async function listChoices(db: Db, actor: Actor) {
  const [areas, organisations, collaborations] = await Promise.all([
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
      .execute()
  ])
  return { areas: areas.rows, organisations: organisations.rows, collaborations }
}
export type Choices = Awaited<ReturnType<typeof listChoices>>
