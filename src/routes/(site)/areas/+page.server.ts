import { listAreas } from '#server/domain/areas/areas.ts'
import { can } from '#server/domain/areas/permissions.ts'
import { areaTree } from '#server/domain/areas/tree.ts'
import { now } from '#server/platform/clock.ts'
import { runtime } from '#server/platform/runtime.ts'

export const load = async ({ locals }) => {
  const { db } = runtime()
  const today = now().toISOString().slice(0, 10)
  const [tree, areas] = await Promise.all([areaTree(db, today), listAreas(db)])
  const drawn = areas.filter(({ boundary, to_day }) => boundary && !(to_day && to_day < today))
  return { tree, drawn, can: can(locals.actor) }
}
