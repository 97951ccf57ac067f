import type { Id } from '#server/platform/db/ids.ts'
import type { Db } from '#server/platform/db/write.ts'
import { Invalid } from '#server/platform/refusals.ts'
import type { Actor } from '../people/actor.ts'
import { listOpenObjections } from './listing.ts'

/**
 * Whoever freezes a draft has said that they know how many things somebody does not want to stand in it. The report is
 * held, so that nobody objects meanwhile.
 * @throws Invalid `heeded: open_objections` when there are more than that.
 */
export async function refuseUnheeded(
  db: Db,
  actor: Actor,
  report: { id: Id; collaboration_id: Id },
  heeded: number | null
): Promise<void> {
  await db.selectFrom('publication').select('id').where('id', '=', report.id).forUpdate().execute()
  const open = await listOpenObjections(db, actor, report)
  if (open.length > (heeded ?? 0)) throw new Invalid({ heeded: 'open_objections' })
}
