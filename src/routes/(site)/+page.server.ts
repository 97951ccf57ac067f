import { listAreas } from '#server/domain/areas/areas.ts'
import { areaTree } from '#server/domain/areas/tree.ts'
import { listLatest } from '#server/domain/publications/editions/latest.ts'
import { listGoing } from '#server/domain/reports/now.ts'
import { now } from '#server/platform/clock.ts'
import { runtime } from '#server/platform/runtime.ts'

export const load = async ({ locals }) => {
  const { db } = runtime()
  const today = now().toISOString().slice(0, 10)
  const [tree, areas, { going, others }, reports] = await Promise.all([
    areaTree(db, today),
    listAreas(db),
    listGoing(db, locals.actor, today),
    listLatest(db, locals.actor, 4, null, 2)
  ])
  locals.internal = going.some(({ audience, quarter }) => audience !== 'public' || quarter.internal)
  return { roots: tree.roots, drawn: areas.filter(({ boundary }) => boundary), going, others, reports }
}
