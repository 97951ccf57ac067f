import type { Id } from '#server/platform/db/ids.ts'
import type { Tx } from '#server/platform/db/write.ts'
import { recordFact } from '#server/platform/facts.ts'
import { Invalid, NotAllowed } from '#server/platform/refusals.ts'
import type { Actor } from '../people/actor.ts'
import { can } from './permissions.ts'
import { findReport } from './reports.ts'

/**
 * Chooses an accepted report for the compiled one, or lets it go.
 * @throws NotFound, NotAllowed; Invalid `highlight: not_accepted`.
 */
export async function highlightReport(tx: Tx, actor: Actor, id: Id, highlight: boolean): Promise<void> {
  const report = await findReport(tx, actor, id)
  if (!can(actor, report).highlight) throw new NotAllowed()
  if (highlight && report.accepted_version_id === null) throw new Invalid({ highlight: 'not_accepted' })
  const changed = await tx
    .updateTable('report')
    .set((eb) => ({ highlight, version: eb('version', '+', 1) }))
    .where('id', '=', id)
    .where('highlight', '<>', highlight)
    .executeTakeFirst()
  if (changed.numUpdatedRows > 0n)
    await recordFact(tx, 'report.highlighted', { kind: 'report', id }, { highlight })
}
