import * as v from 'valibot'
import { now } from '#server/platform/clock.ts'
import type { Tx } from '#server/platform/db/write.ts'
import { recordFact } from '#server/platform/facts.ts'
import { text } from '#server/platform/forms/fields.ts'
import type { LinkActor } from '../links/links.ts'
import { lockSpace } from './locking.ts'
import { requireWriter } from './writers.ts'

export const declining = v.object({ reason: text(1000) })
export type Declining = v.InferOutput<typeof declining>

/**
 * "Vi kommer inte att svara", said by the party itself: they are reminded no more. Drafts stay; sending in takes it back.
 * Said again, it is the new reason that stands.
 * @throws NotAllowed for a link to read; Invalid `form: round_closed`.
 */
export async function declineToAnswer(tx: Tx, actor: LinkActor, { reason }: Declining): Promise<void> {
  requireWriter(actor)
  await lockSpace(tx, actor)
  const { errand } = actor
  const said = await tx
    .updateTable('space')
    .set({ declined_at: now(), declined_reason: reason, declined_by: errand.responder.name })
    .where('id', '=', errand.space)
    .where('declined_reason', 'is distinct from', reason)
    .returning('id')
    .executeTakeFirst()
  if (said)
    await recordFact(tx, 'space.declined', { kind: 'round', id: errand.round }, { space: errand.space })
}

/** They answer after all. @throws as above. */
export async function answerAfterAll(tx: Tx, actor: LinkActor): Promise<void> {
  requireWriter(actor)
  await lockSpace(tx, actor)
  await takeBackDecline(tx, actor)
}

/** The same for whoever holds the space already. */
export async function takeBackDecline(tx: Tx, { errand }: LinkActor): Promise<void> {
  const back = await tx
    .updateTable('space')
    .set({ declined_at: null, declined_reason: null, declined_by: null })
    .where('id', '=', errand.space)
    .where('declined_at', 'is not', null)
    .returning('id')
    .executeTakeFirst()
  if (back)
    await recordFact(
      tx,
      'space.answers_after_all',
      { kind: 'round', id: errand.round },
      { space: errand.space }
    )
}
