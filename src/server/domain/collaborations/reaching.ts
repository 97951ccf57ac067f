import { sql } from 'kysely'
import type { Id } from '#server/platform/db/ids.ts'
import { changeVersioned } from '#server/platform/db/versions.ts'
import type { Tx } from '#server/platform/db/write.ts'
import { recordFact } from '#server/platform/facts.ts'
import type { Actor } from '../people/actor.ts'
import type { Reach } from '../people/reach.ts'
import { changeable } from './finding.ts'

/**
 * Nothing in a collaboration is seen by more than the collaboration itself: what it holds follows, each thing as far as
 * its own reach goes. @throws Conflict when it was changed since `version`.
 */
export async function changeCollaborationReach(
  tx: Tx,
  actor: Actor,
  id: Id,
  { reach, version }: { reach: Reach; version: number }
): Promise<void> {
  const { audience: former } = await changeable(tx, actor, id)
  if (!(await changeVersioned(tx, 'collaboration', id, { reach, audience: reach, version }))) return
  for (const table of ['commitment', 'document', 'decision', 'publication'] as const)
    await sql`update ${sql.table(table)} set audience = greatest(reach, ${reach}::reach)
      where collaboration_id = ${id} and audience <> greatest(reach, ${reach}::reach)`.execute(tx)
  await letReportsFollow(tx, { collaboration: id })
  await recordFact(
    tx,
    'collaboration.reach_changed',
    { kind: 'collaboration', id },
    { from: former, to: reach }
  )
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
