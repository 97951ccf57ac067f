import { newId, type Id } from '#server/platform/db/ids.ts'
import type { Tx } from '#server/platform/db/write.ts'
import { recordFact } from '#server/platform/facts.ts'
import { Invalid, NotAllowed } from '#server/platform/refusals.ts'
import { leaveDeed } from './joining.ts'
import type { Actor } from '../people/actor.ts'
import { can } from '../reports/permissions.ts'
import { findReport, type Report } from '../reports/reports.ts'

/**
 * Chooses an accepted report for the compiled one, or lets it go. A highlight that no report tells any more is gone.
 * @throws NotFound, NotAllowed; Invalid `highlight: not_accepted`.
 */
export async function highlightReport(tx: Tx, actor: Actor, id: Id, highlight: boolean): Promise<void> {
  await tx.selectFrom('report').select('id').where('id', '=', id).forUpdate().execute()
  const report = await findReport(tx, actor, id)
  if (!can(actor, report).highlight) throw new NotAllowed()
  if (highlight && report.accepted_version_id === null) throw new Invalid({ highlight: 'not_accepted' })
  if (highlight === report.highlight) return
  await tellIn(tx, id, highlight ? await newHighlight(tx, report) : null)
  if (report.highlight_id) await leaveDeed(tx, report.highlight_id, id)
  await recordFact(tx, 'report.highlighted', { kind: 'report', id }, { highlight })
}

async function newHighlight(tx: Tx, { collaboration_id }: Report): Promise<Id> {
  const id = newId()
  await tx.insertInto('highlight').values({ id, collaboration_id }).execute()
  return id
}

const tellIn = (tx: Tx, id: Id, highlight_id: Id | null) =>
  tx
    .updateTable('report')
    .set((eb) => ({ highlight_id, version: eb('version', '+', 1) }))
    .where('id', '=', id)
    .execute()
