import { now } from '#server/platform/clock.ts'
import type { Id } from '#server/platform/db/ids.ts'
import type { Tx } from '#server/platform/db/write.ts'
import { recordFact } from '#server/platform/facts.ts'
import { Invalid, NotFound } from '#server/platform/refusals.ts'
import { queueSettled } from '../messages/gathering.ts'
import type { Actor } from '../people/actor.ts'
import { can } from './permissions.ts'

/**
 * Settles what somebody said with a word back, which is mailed to them once. The same answer sent again is the same one.
 * @throws NotFound for everyone but the coordinators; Invalid `form: settled` when it has got another answer,
 *   `form: taken_back` when whoever said it has taken it back.
 */
export async function settleComment(
  tx: Tx,
  actor: Actor,
  { comment: id, answer }: { comment: Id; answer: string }
): Promise<void> {
  const comment = await findToSettle(tx, actor, id)
  if (comment.withdrawn_at) throw new Invalid({ form: 'taken_back' })
  if (comment.settled_at && comment.answer === answer) return
  if (comment.settled_at) throw new Invalid({ form: 'settled' })
  await tx.updateTable('comment').set({ settled_at: now(), answer }).where('id', '=', id).execute()
  await queueSettled(tx, comment.reader_id, id)
  const about = { kind: 'publication', id: comment.publication_id }
  await recordFact(tx, 'comment.settled', about, { kind: comment.kind })
}

async function findToSettle(tx: Tx, actor: Actor, id: Id) {
  const comment = await tx
    .selectFrom('comment')
    .innerJoin('publication', 'publication.id', 'comment.publication_id')
    .select(['comment.kind', 'comment.answer', 'comment.settled_at', 'comment.withdrawn_at'])
    .select(['comment.reader_id', 'comment.publication_id', 'publication.collaboration_id'])
    .where('comment.id', '=', id)
    .forUpdate('comment')
    .executeTakeFirst()
  if (!comment || !can(actor, comment).settle) throw new NotFound('comment')
  return comment
}
