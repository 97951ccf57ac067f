import { now } from '#server/platform/clock.ts'
import { write, type Db } from '#server/platform/db/write.ts'
import { recordFact } from '#server/platform/facts.ts'
import { Invalid } from '#server/platform/refusals.ts'
import type { Secrets } from '#server/platform/secrets/secrets.ts'
import { job, type Actor } from '../people/actor.ts'
import { openPreparedRound } from './opening.ts'

/**
 * Opens the rounds whose time has come, each by itself, on behalf of whoever holds it. One that can't be opened waits for
 * somebody, and why is written down. Gives how many were opened.
 */
export async function openDueRounds(db: Db, secrets: Secrets): Promise<number> {
  const due = await db
    .selectFrom('round')
    .select(['id', 'collaboration_id', 'held_by'])
    .where('state', '=', 'preparing')
    .where('opens_at', '<=', now())
    .execute()
  let opened = 0
  for (const { id, collaboration_id, held_by } of due) {
    const record = { ...job.record, ...(held_by ? { on_behalf_of: held_by } : {}) }
    const actor: Actor = { ...job, record, coordinates: [collaboration_id], reads: [collaboration_id] }
    try {
      await write(db, actor, (tx) => openPreparedRound(tx, actor, id, secrets))
      opened += 1
    } catch (refusal) {
      if (!(refusal instanceof Invalid)) throw refusal
      await leaveWaiting(db, actor, id, Object.values(refusal.errors)[0] ?? 'unknown')
    }
  }
  return opened
}

const leaveWaiting = (db: Db, actor: Actor, id: string, why: string) =>
  write(db, actor, async (tx) => {
    const left = await tx
      .updateTable('round')
      .set((eb) => ({ opens_at: null, version: eb('version', '+', 1) }))
      .where('id', '=', id)
      .where('state', '=', 'preparing')
      .executeTakeFirst()
    if (left.numUpdatedRows > 0n) await recordFact(tx, 'round.not_opened', { kind: 'round', id }, { why })
  })
