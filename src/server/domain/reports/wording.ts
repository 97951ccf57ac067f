import { newId, type Id } from '#server/platform/db/ids.ts'
import type { Tx } from '#server/platform/db/write.ts'
import { recordFact } from '#server/platform/facts.ts'
import { Conflict, NotAllowed } from '#server/platform/refusals.ts'
import type { Actor } from '../people/actor.ts'
import type { ChangedWording } from './fields.ts'
import { can } from './permissions.ts'
import { findReceived, findReport } from './reports.ts'

/**
 * How residents read what was done; empty for the partner's own words as they stand, which are always kept beside.
 * `version` is 0 when it was not worded before.
 * @throws NotFound, NotAllowed; Conflict with the wording that stands when it was changed since `version`.
 */
export async function wordForPublic(
  tx: Tx,
  actor: Actor,
  id: Id,
  { version, wording }: ChangedWording
): Promise<void> {
  await tx.selectFrom('report').select('id').where('id', '=', id).forUpdate().execute()
  const report = await findReport(tx, actor, id)
  if (!can(actor, report).word) throw new NotAllowed()
  const received = await findReceived(tx, id)
  if (received.public_wording === wording) return
  if (received.wording_version !== version)
    throw new Conflict({ wording: received.public_wording, version: received.wording_version })
  await (wording === null ? unword(tx, received.id) : word(tx, received.id, wording))
  await recordFact(tx, 'report.worded', { kind: 'report', id })
}

const unword = (tx: Tx, version: Id) =>
  tx.deleteFrom('public_wording').where('report_version_id', '=', version).execute()

const word = (tx: Tx, version: Id, wording: string) =>
  tx
    .insertInto('public_wording')
    .values({ id: newId(), report_version_id: version, wording })
    .onConflict((conflict) =>
      conflict
        .column('report_version_id')
        .doUpdateSet((eb) => ({ wording, version: eb('public_wording.version', '+', 1) }))
    )
    .execute()
