import { sql } from 'kysely'
import { now } from '#server/platform/clock.ts'
import type { Id } from '#server/platform/db/ids.ts'
import type { Tx } from '#server/platform/db/write.ts'
import { queueMessage } from './messages.ts'

/** Whoever goes through many comments answers several of the same reader: they come in one mail. */
const waitMs = 5 * 60_000

/** Tells a reader that a comment has been answered, with the others that were so meanwhile. Each is told once. */
export async function queueSettled(tx: Tx, reader: Id, comment: Id): Promise<void> {
  const gathered = await tx
    .updateTable('message')
    .set({ parameters: sql`jsonb_insert(parameters, '{comments,-1}', to_jsonb(${comment}::text), true)` })
    .where('kind', '=', 'comments_settled')
    .where(sql`parameters ->> 'reader_id'`, '=', reader)
    .where('state', '=', 'waiting')
    .where('attempts', '=', 0)
    .where('next_at', '>', now())
    .returning('id')
    .executeTakeFirst()
  if (gathered) return
  const told = { reader_id: reader, comments: [comment] }
  await queueMessage(tx, 'comments_settled', `comments_settled:${comment}`, told, new Date(+now() + waitMs))
}
