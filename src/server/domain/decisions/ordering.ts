import { sql } from 'kysely'
import type { Id } from '#server/platform/db/ids.ts'
import type { Tx } from '#server/platform/db/write.ts'
import { stepped } from '#server/platform/forms/moving.ts'
import { NotFound } from '#server/platform/refusals.ts'
import type { Actor } from '../people/actor.ts'
import { changeableDecision } from './decisions.ts'
import type { MovedDecision } from './fields.ts'

/** One step in the chain that it is in; only from the `position` the form was made with, so that two presses move it once. */
export async function moveDecision(
  tx: Tx,
  actor: Actor,
  edition: Id,
  { decision, ...step }: MovedDecision
): Promise<void> {
  await changeableDecision(tx, actor, decision)
  const chain = await tx
    .selectFrom('decision_about')
    .select('decision_id')
    .where('subject_kind', '=', 'edition')
    .where('subject_id', '=', edition)
    .orderBy('sort')
    .orderBy('decision_id')
    .forUpdate()
    .execute()
  const standing = chain.map(({ decision_id }) => decision_id)
  if (!standing.includes(decision)) throw new NotFound('decision')
  const order = stepped(standing, decision, step)
  if (!order) return
  await sql`update decision_about set sort = array_position(${order}::uuid[], decision_id)
    where subject_kind = 'edition' and subject_id = ${edition}
      and sort is distinct from array_position(${order}::uuid[], decision_id)`.execute(tx)
}
