import { now } from '#server/platform/clock.ts'
import type { Id } from '#server/platform/db/ids.ts'
import type { Tx } from '#server/platform/db/write.ts'
import { recordFact } from '#server/platform/facts.ts'
import type { Actor } from '../people/actor.ts'
import { findRoundById } from './rounds.ts'

/** After this no answer is taken. Answers on their way in are waited for. Closed twice it was closed the first time. */
export async function closeRound(tx: Tx, actor: Actor, id: Id): Promise<void> {
  await findRoundById(tx, actor, id)
  const closed = await tx
    .updateTable('round')
    .set((eb) => ({ state: 'closed', closed_at: now(), version: eb('version', '+', 1) }))
    .where('id', '=', id)
    .where('state', '=', 'open')
    .executeTakeFirst()
  if (closed.numUpdatedRows > 0n) await recordFact(tx, 'round.closed', { kind: 'round', id })
}
