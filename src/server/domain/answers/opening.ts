import { now } from '#server/platform/clock.ts'
import type { Tx } from '#server/platform/db/write.ts'
import type { LinkActor } from '../links/links.ts'

/**
 * Notes that somebody has gone in to answer, by link and for their party. Not at the link's own page, which mail scanners
 * open, but one step in. Whoever only reads has not begun for anybody.
 */
export async function markOpened(tx: Tx, { errand }: LinkActor): Promise<void> {
  await tx
    .updateTable('link')
    .set({ first_opened_at: now() })
    .where('id', '=', errand.link)
    .where('first_opened_at', 'is', null)
    .execute()
  if (errand.kind === 'read') return
  await tx
    .updateTable('space')
    .set({ first_opened_at: now() })
    .where('id', '=', errand.space)
    .where('first_opened_at', 'is', null)
    .execute()
}
