import type { Db } from '#server/platform/db/write.ts'
import { listCollaborations, type ListedCollaboration } from '../collaborations/collaborations.ts'
import type { Actor } from '../people/actor.ts'
import { quarterOf, type QuarterFacts } from './quarters.ts'

export type Going = ListedCollaboration & { quarter: QuarterFacts }

const shown = { active: 4, preparing: 2, in_ordinary_operations: 2 }

/**
 * What is promised now, with its houses: in progress and being prepared; where there is little of it, what is in ordinary
 * operations. Nothing that has ended, or whose time is past. What has houses to show comes first. `others` tells whether
 * there is anything else to read of.
 */
export async function listGoing(
  db: Db,
  actor: Actor,
  today: string
): Promise<{ going: Going[]; others: boolean }> {
  const all = await listCollaborations(db, actor, { limit: 60 })
  const isPast = ({ to_day, lifecycle }: ListedCollaboration) =>
    lifecycle !== 'in_ordinary_operations' && to_day !== null && to_day < today
  const of = (...lifecycles: (keyof typeof shown)[]) =>
    lifecycles.flatMap((lifecycle) =>
      all.filter((one) => one.lifecycle === lifecycle && !isPast(one)).slice(0, shown[lifecycle])
    )
  const begun = of('active', 'preparing')
  const chosen = begun.length < 3 ? [...begun, ...of('in_ordinary_operations')] : begun
  const told = await Promise.all(
    chosen.map(async (one) => ({ ...one, quarter: await quarterOf(db, actor, { collaboration: one.id }) }))
  )
  const going = told.toSorted((a, b) => Number(b.quarter.total > 0) - Number(a.quarter.total > 0))
  return { going, others: all.length > going.length }
}
