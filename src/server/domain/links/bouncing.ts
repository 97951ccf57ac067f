import { sql } from 'kysely'
import { now } from '#server/platform/clock.ts'
import { isId, type Id } from '#server/platform/db/ids.ts'
import type { Tx } from '#server/platform/db/write.ts'
import { recordFact } from '#server/platform/facts.ts'
import type { Notification } from '#server/platform/mail/notification.ts'
import type { Actor } from '../people/actor.ts'
import { findLinkToSend } from './sending.ts'

/** What became of a notification: `ours` is about a mail of ours that did not arrive. */
export type Bounced = 'ours' | 'other_mail' | 'not_failed'

/** A mail server tells that a mail did not arrive. Told twice, it is noted the first time. */
export async function receiveBounce(tx: Tx, { failed, status, messageIds }: Notification): Promise<Bounced> {
  const ids = messageIds.map((messageId) => messageId.split('@')[0] ?? '').filter(isId)
  const message = ids.length > 0 ? await findSent(tx, ids) : undefined
  if (!message) return 'other_mail'
  if (!failed) return 'not_failed'
  const reason = status ?? 'bounced'
  await tx.updateTable('message').set({ error: reason }).where('id', '=', message.id).execute()
  if (message.link_id) await noteBounced(tx, message.link_id, reason)
  if (message.reader_id) await noteReaderLost(tx, message.reader_id, reason)
  return 'ours'
}

const findSent = (tx: Tx, ids: Id[]) =>
  tx
    .selectFrom('message')
    .select(['id', sql<Id | null>`parameters ->> 'link_id'`.as('link_id')])
    .select(sql<Id | null>`parameters ->> 'reader_id'`.as('reader_id'))
    .where('id', 'in', ids)
    .executeTakeFirst()

/**
 * A coordinator has heard that the mail did not arrive. No reminder goes there until the link is mailed again.
 * @throws NotFound for everyone but the coordinators.
 */
export async function markLinkBounced(tx: Tx, actor: Actor, id: Id, reason: string | null): Promise<void> {
  await findLinkToSend(tx, actor, id)
  await noteBounced(tx, id, reason)
}

async function noteBounced(tx: Tx, id: Id, reason: string | null): Promise<void> {
  const noted = await tx
    .updateTable('link')
    .from('responder')
    .innerJoin('space', 'space.id', 'responder.space_id')
    .set({ bounced_at: now(), bounce_reason: reason })
    .whereRef('responder.id', '=', 'link.responder_id')
    .where('link.id', '=', id)
    .where('link.bounced_at', 'is', null)
    .returning('space.round_id')
    .executeTakeFirst()
  if (noted) await recordFact(tx, 'link.bounced', { kind: 'round', id: noted.round_id }, { link: id })
}

/** The same of a link to read a report before it is decided. */
export async function noteReaderLost(tx: Tx, id: Id, reason: string | null): Promise<void> {
  const noted = await tx
    .updateTable('publication_reader')
    .set({ bounced_at: now(), bounce_reason: reason })
    .where('id', '=', id)
    .where('bounced_at', 'is', null)
    .returning('publication_id')
    .executeTakeFirst()
  if (noted)
    await recordFact(tx, 'reader.bounced', { kind: 'publication', id: noted.publication_id }, { reader: id })
}
