import { findArea } from '#server/domain/areas/areas.ts'
import { listHouses, pageAfter } from '#server/domain/reports/listing.ts'
import { runtime } from '#server/platform/runtime.ts'

export const load = async ({ params, locals, url }) => {
  const { db } = runtime()
  const area = await findArea(db, params.slug)
  const after = pageAfter(url.searchParams.get('efter'))
  const houses = await listHouses(db, locals.actor, { within: area.id }, after)
  locals.internal = houses.internal
  return { area, after: after !== null, ...houses }
}
