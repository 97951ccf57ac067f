import { now } from '#server/platform/clock.ts'
import type { Id } from '#server/platform/db/ids.ts'
import type { Tx } from '#server/platform/db/write.ts'
import { recordFact } from '#server/platform/facts.ts'
import { Conflict, NotAllowed, NotFound } from '#server/platform/refusals.ts'
import type { Actor } from '../../people/actor.ts'
import type { Withdrawing } from './fields.ts'
import { can } from '../permissions.ts'
import { findPublicationToChange } from '../publications.ts'
import { holdLatest } from './publishing.ts'

/** Its readers see from now on when it was withdrawn and why, and nothing of what it said. There is no way back but a new one. */
export async function withdraw(
  tx: Tx,
  actor: Actor,
  id: Id,
  { edition: number, reason }: Withdrawing
): Promise<void> {
  const publication = await findPublicationToChange(tx, actor, id)
  if (!can(actor, publication).publish) throw new NotAllowed()
  const edition = await tx
    .selectFrom('edition')
    .select(['id', 'withdrawn_at'])
    .where('publication_id', '=', id)
    .where('number', '=', number)
    .where('published_at', 'is not', null)
    .executeTakeFirstOrThrow(() => new NotFound('edition'))
  if (edition.withdrawn_at) return
  await tx
    .updateTable('edition')
    .set({ withdrawn_at: now(), withdrawn_reason: reason })
    .where('id', '=', edition.id)
    .execute()
  await recordFact(tx, 'publication.withdrawn', { kind: 'publication', id }, { edition: number })
}

/** "Återremiss": what was sent for decision comes back to be worked on. The edition stays as it was, and another follows it. */
export async function sendBack(
  tx: Tx,
  actor: Actor,
  id: Id,
  { edition: number, reason }: Withdrawing
): Promise<void> {
  const waiting = await holdLatest(tx, actor, id, number)
  if (waiting.returned_at) return
  if (waiting.published_at) throw new Conflict({ edition: number })
  await tx
    .updateTable('edition')
    .set({ returned_at: now(), returned_reason: reason, publish_at: null })
    .where('id', '=', waiting.id)
    .execute()
  await recordFact(tx, 'publication.sent_back', { kind: 'publication', id }, { edition: number })
}
