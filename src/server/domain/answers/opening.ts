import { now } from '#server/platform/clock.ts'
import type { Tx } from '#server/platform/db/write.ts'
import type { LinkActor } from '../links/links.ts'

/**
 * Notes that somebody has gone in to answer. Not at the link's own page, which mail scanners open, but one step in.
 */
export async function markOpened(tx: Tx, actor: LinkActor): Promise<void> {
  await tx
    .updateTable('space')
    .set({ first_opened_at: now() })
    .where('id', '=', actor.errand.space)
    .where('first_opened_at', 'is', null)
    .execute()
}
