import { now } from '#server/platform/clock.ts'
import type { Tx } from '#server/platform/db/write.ts'
import type { ReaderActor } from './readers.ts'

/** Notes that somebody has gone in to read: one step in from the link's own page, which mail scanners open. */
export async function noteOpened(tx: Tx, { reading }: ReaderActor): Promise<void> {
  await tx
    .updateTable('publication_reader')
    .set({ first_opened_at: now() })
    .where('id', '=', reading.reader)
    .where('first_opened_at', 'is', null)
    .execute()
}
