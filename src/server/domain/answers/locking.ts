import type { Id } from '#server/platform/db/ids.ts'
import type { Tx } from '#server/platform/db/write.ts'
import { Invalid } from '#server/platform/refusals.ts'
import type { LinkActor } from '../links/links.ts'
import { findItem, isSent, type Item } from './items.ts'
import { requireWriter } from './writers.ts'

/**
 * Saving and sending in of one space wait for each other; the round can't close in between.
 * @throws NotAllowed for a link to read; NotFound for items of others; Invalid `form: round_closed | already_sent`.
 */
export async function writableItem(tx: Tx, actor: LinkActor, id: Id): Promise<Item> {
  requireWriter(actor)
  await findItem(tx, actor, id)
  await lockSpace(tx, actor)
  const item = await findItem(tx, actor, id)
  if (isSent(item)) throw new Invalid({ form: 'already_sent' })
  return item
}

/** @throws Invalid `form: round_closed`. */
export async function lockSpace(tx: Tx, actor: LinkActor): Promise<void> {
  await tx.selectFrom('space').select('id').where('id', '=', actor.errand.space).forUpdate().execute()
  const round = await tx
    .selectFrom('round')
    .select('state')
    .where('id', '=', actor.errand.round)
    .forShare()
    .executeTakeFirst()
  if (round?.state !== 'open') throw new Invalid({ form: 'round_closed' })
}
