import type { Db } from '#server/platform/db/write.ts'
import { listCollaborations, type ListedCollaboration } from '../collaborations/collaborations.ts'
import type { Actor } from '../people/actor.ts'
import { quarterOf, type QuarterFacts } from './quarters.ts'

export type Going = ListedCollaboration & { quarter: QuarterFacts }

const shown = { active: 4, preparing: 2, in_ordinary_operations: 2, ended: 2 }

/**
 * What is promised now, with its houses: in progress and being prepared; where there is little of it, what has just
 * ended. What has houses to show comes first.
 */
export async function listGoing(db: Db, actor: Actor): Promise<Going[]> {
  const all = await listCollaborations(db, actor, { limit: 60 })
  const of = (...lifecycles: (keyof typeof shown)[]) =>
    lifecycles.flatMap((lifecycle) =>
      all.filter((one) => one.lifecycle === lifecycle).slice(0, shown[lifecycle])
    )
  const going = of('active', 'preparing')
  const chosen = going.length < 3 ? [...going, ...of('in_ordinary_operations', 'ended')] : going
  const told = await Promise.all(
    chosen.map(async (one) => ({ ...one, quarter: await quarterOf(db, actor, { collaboration: one.id }) }))
  )
  return told.toSorted((a, b) => Number(b.quarter.total > 0) - Number(a.quarter.total > 0))
}
