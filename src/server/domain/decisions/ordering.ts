import { sql } from 'kysely'
import type { Id } from '#server/platform/db/ids.ts'
import type { Tx } from '#server/platform/db/write.ts'
import { NotFound } from '#server/platform/refusals.ts'
import type { Actor } from '../people/actor.ts'
import { changeableDecision } from './decisions.ts'
import type { MovedDecision } from './fields.ts'

/** One step in the chain that it is in; only from the `position` the form was made with, so that two presses move it once. */
export async function moveDecision(
  tx: Tx,
  actor: Actor,
  edition: Id,
  { decision, direction, position }: MovedDecision
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
  const order = chain.map(({ decision_id }) => decision_id)
  const at = order.indexOf(decision)
  if (at < 0) throw new NotFound('decision')
  const to = direction === 'up' ? at - 1 : at + 1
  const other = order[to]
  if (at !== position || other === undefined) return
  order[to] = decision
  order[at] = other
  await sql`update decision_about set sort = array_position(${order}::uuid[], decision_id)
    where subject_kind = 'edition' and subject_id = ${edition}
      and sort is distinct from array_position(${order}::uuid[], decision_id)`.execute(tx)
}
