import type { Id } from '#server/platform/db/ids.ts'
import type { Db } from '#server/platform/db/write.ts'
import { nearestWith, type Above, type From } from '../collaborations/inheriting.ts'
import { listObjectives, type Objective } from './objectives.ts'

export type InheritedPlan = From & { objectives: Objective[] }

/** The plans of those that a collaboration lies under: its goals, for one that has none of its own. */
export async function listInheritedPlans(db: Db, above: Above[], id: Id): Promise<InheritedPlan[]> {
  const plans = new Map<Id, Objective[]>()
  for (const upper of new Set(above.map((one) => one.id))) plans.set(upper, await listObjectives(db, upper))
  const planOf = (upper: Id) => plans.get(upper) ?? []
  return nearestWith(above, id, (one) => planOf(one.id).length > 0).map(({ id, slug, name, language }) => ({
    ...{ id, slug, name, language },
    objectives: planOf(id)
  }))
}
