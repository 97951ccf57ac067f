import { now } from '#server/platform/clock.ts'
import { newId, type Id } from '#server/platform/db/ids.ts'
import type { Tx } from '#server/platform/db/write.ts'
import { recordFact } from '#server/platform/facts.ts'
import { Conflict, Invalid } from '#server/platform/refusals.ts'
import type { Actor } from '../people/actor.ts'
import type { Rewording } from './fields.ts'
import { commitmentTo } from './finding.ts'

type NewWording = Pick<Rewording, 'wording' | 'wording_number'> & Partial<Rewording>
/**
 * A new wording beside the earlier ones. Once it is agreed, whoever changes it says why, unless a slip of the pen is
 * mended. @throws Conflict with the wording that stands when another came between; Invalid `reason: required`.
 */
export async function reword(
  tx: Tx,
  actor: Actor,
  id: Id,
  { wording, reason, typo, wording_number }: NewWording
): Promise<void> {
  const commitment = await commitmentTo('change', tx, actor, id)
  const standing = await latestWording(tx, id)
  if (standing?.wording === wording) return
  if ((standing?.number ?? 0) !== wording_number)
    throw new Conflict({ wording: standing?.wording, number: standing?.number })
  if (standing && commitment.stage !== 'proposed' && !typo && !reason)
    throw new Invalid({ reason: 'required' })
  const number = wording_number + 1
  const made = { id: newId(), commitment_id: id, number, wording, reason, typo, at: now() }
  await tx.insertInto('commitment_wording').values(made).execute()
  await tx.updateTable('commitment').set({ wording_id: made.id }).where('id', '=', id).execute()
  await recordFact(tx, 'commitment.reworded', { kind: 'commitment', id }, { number, typo: typo ?? false })
}

/** Locks the commitment, so that two new wordings come one after the other. */
async function latestWording(tx: Tx, commitment: Id) {
  await tx.selectFrom('commitment').select('id').where('id', '=', commitment).forUpdate().execute()
  return tx
    .selectFrom('commitment_wording')
    .select(['number', 'wording', 'reason', 'at'])
    .where('commitment_id', '=', commitment)
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst()
}
