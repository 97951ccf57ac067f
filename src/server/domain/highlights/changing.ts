import type { Id } from '#server/platform/db/ids.ts'
import { changeVersioned } from '#server/platform/db/versions.ts'
import type { Tx } from '#server/platform/db/write.ts'
import { recordFact } from '#server/platform/facts.ts'
import { Invalid, NotAllowed } from '#server/platform/refusals.ts'
import type { Actor } from '../people/actor.ts'
import { can } from '../reports/permissions.ts'
import { findReport, type Report } from '../reports/reports.ts'
import type { ChangedDeed } from './fields.ts'

/** The report, held so that nobody else chooses for it meanwhile. @throws NotFound, NotAllowed. */
export async function holdReport(tx: Tx, actor: Actor, id: Id): Promise<Report> {
  await tx.selectFrom('report').select('id').where('id', '=', id).forUpdate().execute()
  const report = await findReport(tx, actor, id)
  if (!can(actor, report).highlight) throw new NotAllowed()
  return report
}

/**
 * The deed that the report tells of, in the coordinator's own words.
 * @throws NotFound, NotAllowed; Invalid `title: not_lifted`; Conflict with the words that stand when they were changed
 *   since `version`.
 */
export async function wordDeed(tx: Tx, actor: Actor, report: Id, changed: ChangedDeed): Promise<void> {
  const { highlight_id } = await holdReport(tx, actor, report)
  if (!highlight_id) throw new Invalid({ title: 'not_lifted' })
  const done = await changeVersioned(tx, 'highlight', highlight_id, changed)
  if (done) await recordFact(tx, 'highlight.worded', { kind: 'highlight', id: highlight_id })
}

/** Of those who tell of the deed, this one's figures count. @throws NotFound, NotAllowed; Invalid `form: not_lifted`. */
export async function countFrom(tx: Tx, actor: Actor, id: Id): Promise<void> {
  const { highlight_id } = await holdReport(tx, actor, id)
  if (!highlight_id) throw new Invalid({ form: 'not_lifted' })
  await tx
    .updateTable('highlight')
    .set((eb) => ({ figures_from_id: id, version: eb('version', '+', 1) }))
    .where('id', '=', highlight_id)
    .where('figures_from_id', 'is distinct from', id)
    .execute()
}
