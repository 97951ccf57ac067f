import { sql } from 'kysely'
import type { Id } from '#server/platform/db/ids.ts'
import type { Db } from '#server/platform/db/write.ts'
import type { Choice } from '../collaborations/choices.ts'
import { reachOf } from '../collaborations/finding.ts'
import { isCoordinatorOf, type Actor } from '../people/actor.ts'

/** What a commitment's forms choose among; a party that proposes chooses among its own organisations. */
export async function listCommitmentChoices(db: Db, actor: Actor, collaboration: Id) {
  const own = isCoordinatorOf(actor, collaboration)
    ? sql`true`
    : sql`id = any(${actor.organisations}::uuid[])`
  const [organisations, parties, areas, objectives, carriers] = await Promise.all([
    sql<Choice>`select id as value, name as label from organisation where to_day is null and ${own}
      order by name collate "sv-x-icu"`.execute(db),
    sql<Choice>`select distinct o.id as value, o.name as label from party p join organisation o on o.id = p.organisation_id
      where p.collaboration_id = ${collaboration} order by o.name`.execute(db),
    sql<Choice>`select a.id as value, a.name as label from area a where a.to_day is null and a.id in (
        select p.area_id from collaboration c
        join area_path p on p.ancestor_id = c.main_area_id or p.ancestor_id in (
          select area_id from collaboration_area where collaboration_id = c.id)
        where c.id = ${collaboration})
      order by a.name collate "sv-x-icu"`.execute(db),
    sql<Choice & { parent_id: Id | null }>`select id as value, title as label, parent_id from objective
      where collaboration_id = ${collaboration} order by sort, id`.execute(db),
    sql<Choice>`select c.id as value, c.name as label from collaboration c where c.id <> ${collaboration} and ${reachOf(actor, 'c')}
      order by c.name collate "sv-x-icu", c.from_day`.execute(db)
  ])
  return {
    organisations: organisations.rows,
    parties: parties.rows,
    areas: areas.rows,
    objectives: objectives.rows,
    /** Other collaborations, that may carry it. */
    carriers: carriers.rows
  }
}
export type CommitmentChoices = Awaited<ReturnType<typeof listCommitmentChoices>>
