import { listAreas } from '#server/domain/areas/areas.ts'
import { areaTree } from '#server/domain/areas/tree.ts'
import { listLatest } from '#server/domain/publications/latest.ts'
import { listGoing } from '#server/domain/reports/now.ts'
import { now } from '#server/platform/clock.ts'
import { runtime } from '#server/platform/runtime.ts'

export const load = async ({ locals }) => {
  const { db } = runtime()
  const [tree, areas, going, reports] = await Promise.all([
    areaTree(db, now().toISOString().slice(0, 10)),
    listAreas(db),
    listGoing(db, locals.actor),
    listLatest(db, locals.actor, 4)
  ])
  locals.internal = going.some(({ audience, quarter }) => audience !== 'public' || quarter.internal)
  return { roots: tree.roots, drawn: areas.filter(({ boundary }) => boundary), going, reports }
}
