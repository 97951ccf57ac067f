import { findOrganisation } from '#server/domain/organisations/organisations.ts'
import { listHouses, pageAfter } from '#server/domain/reports/listing.ts'
import { runtime } from '#server/platform/runtime.ts'

export const load = async ({ params, locals, url }) => {
  const { db } = runtime()
  const organisation = await findOrganisation(db, params.slug)
  const after = pageAfter(url.searchParams.get('efter'))
  const houses = await listHouses(db, locals.actor, { organisation: organisation.id }, after)
  locals.internal = houses.internal
  return { organisation, after: after !== null, ...houses }
}
