import type { Id } from '#server/platform/db/ids.ts'
import { insertOnce } from '#server/platform/db/once.ts'
import { changeVersioned } from '#server/platform/db/versions.ts'
import type { Tx } from '#server/platform/db/write.ts'
import { recordFact } from '#server/platform/facts.ts'
import { NotFound } from '#server/platform/refusals.ts'
import type { Actor } from '../people/actor.ts'
import type { ChangedTarget, NewTarget } from './fields.ts'
import { commitmentTo } from './finding.ts'

/** How we will know: a number of something, by week, month, quarter, year or for the whole period. */
export async function addTarget(tx: Tx, actor: Actor, commitment: Id, target: NewTarget): Promise<Id> {
  await commitmentTo('change', tx, actor, commitment)
  const { id, made } = await insertOnce(tx, 'target', { ...target, commitment_id: commitment })
  if (made)
    await recordFact(tx, 'commitment.target_added', { kind: 'commitment', id: commitment }, { target: id })
  return id
}

/** @throws Conflict with the target as it stands when it was changed since `version`. */
export async function changeTarget(
  tx: Tx,
  actor: Actor,
  commitment: Id,
  id: Id,
  changes: ChangedTarget
): Promise<void> {
  await commitmentTo('change', tx, actor, commitment)
  await tx
    .selectFrom('target')
    .select('id')
    .where('id', '=', id)
    .where('commitment_id', '=', commitment)
    .executeTakeFirstOrThrow(() => new NotFound('target'))
  if (await changeVersioned(tx, 'target', id, changes))
    await recordFact(tx, 'commitment.target_changed', { kind: 'commitment', id: commitment }, { target: id })
}

export async function removeTarget(tx: Tx, actor: Actor, commitment: Id, id: Id): Promise<void> {
  await commitmentTo('change', tx, actor, commitment)
  const { numDeletedRows } = await tx
    .deleteFrom('target')
    .where('id', '=', id)
    .where('commitment_id', '=', commitment)
    .executeTakeFirstOrThrow()
  if (numDeletedRows)
    await recordFact(tx, 'commitment.target_removed', { kind: 'commitment', id: commitment }, { target: id })
}
