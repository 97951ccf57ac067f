import { sql } from 'kysely'
import type { Id } from '#server/platform/db/ids.ts'
import { changeVersioned } from '#server/platform/db/versions.ts'
import type { Tx } from '#server/platform/db/write.ts'
import { recordFact } from '#server/platform/facts.ts'
import type { Actor } from '../people/actor.ts'
import { leastOf, type Reach } from '../people/reach.ts'
import { letDecisionsFollow } from './deciding.ts'
import { changeable } from './finding.ts'

/**
 * Whoever changes how far collaborations are seen, or what lies under what, does it alone: else one could be laid under
 * another that is narrowed at the same moment, and stay open. Before any row is held.
 */
export const holdReaches = (tx: Tx) => sql`select pg_advisory_xact_lock(hashtext('reaches'))`.execute(tx)

/**
 * Nothing in a collaboration, or under it, is seen by more than the collaboration itself: what it holds follows, each
 * thing as far as its own reach goes. @throws Conflict when it was changed since `version`.
 */
export async function changeCollaborationReach(
  tx: Tx,
  actor: Actor,
  id: Id,
  { reach, version }: { reach: Reach; version: number }
): Promise<void> {
  await holdReaches(tx)
  const { audience: former } = await changeable(tx, actor, id)
  const audience = leastOf(reach, ...(await audiencesAbove(tx, id)))
  if (!(await changeVersioned(tx, 'collaboration', id, { reach, audience, version }))) return
  await letAllBelowFollow(tx, id)
  await recordFact(
    tx,
    'collaboration.reach_changed',
    { kind: 'collaboration', id },
    { from: former, to: reach }
  )
}

async function audiencesAbove(tx: Tx, id: Id): Promise<Reach[]> {
  const parents = await tx
    .selectFrom('collaboration_parent')
    .innerJoin('collaboration', 'collaboration.id', 'collaboration_parent.parent_id')
    .select('audience')
    .where('collaboration_id', '=', id)
    .execute()
  return parents.map(({ audience }) => audience)
}

/** The audience of a collaboration, of all that lies under it and of what they hold: the least of their own and those above. */
export async function letAllBelowFollow(tx: Tx, id: Id): Promise<void> {
  const { rows } = await sql<{ id: Id }>`
    with recursive below as (
      select ${id}::uuid as id
      union select p.collaboration_id from collaboration_parent p join below b on p.parent_id = b.id
    ), above as (
      select id, id as upper from below
      union select a.id, p.parent_id from collaboration_parent p join above a on p.collaboration_id = a.upper
    ), due as (
      select a.id, max(u.reach) as audience from above a join collaboration u on u.id = a.upper group by a.id
    )
    update collaboration c set audience = due.audience from due
    where c.id = due.id and c.audience <> due.audience returning c.id`.execute(tx)
  for (const collaboration of new Set([id, ...rows.map((row) => row.id)]))
    await letHeldFollow(tx, collaboration)
}

async function letHeldFollow(tx: Tx, collaboration: Id): Promise<void> {
  for (const table of ['commitment', 'document', 'publication', 'assessment'] as const)
    await sql`update ${sql.table(table)} t set audience = greatest(t.reach, c.audience) from collaboration c
      where c.id = ${collaboration} and t.collaboration_id = c.id and t.audience <> greatest(t.reach, c.audience)`.execute(
      tx
    )
  await letDecisionsFollow(tx, { collaboration })
  await letReportsFollow(tx, { collaboration })
}

/**
 * A report is seen by no more than its commitment; until it is accepted, and where it is not to be published, by those
 * who gave it and the coordinators.
 */
export async function letReportsFollow(
  tx: Tx,
  of: { collaboration: Id } | { commitment: Id }
): Promise<void> {
  const whose =
    'commitment' in of ? sql`c.id = ${of.commitment}` : sql`c.collaboration_id = ${of.collaboration}`
  await sql`
    update report r set audience = due.audience
    from (
      select r.id, greatest(c.audience, case when v.publishable then 'public' else 'own' end::reach) as audience
      from commitment c join report r on r.commitment_id = c.id
      left join report_version v on v.id = r.accepted_version_id
      where ${whose}
    ) due
    where due.id = r.id and r.audience <> due.audience`.execute(tx)
}
