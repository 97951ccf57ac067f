import { findCollaboration } from '#server/domain/collaborations/collaborations.ts'
import { housesOf } from '#server/domain/reports/houses.ts'
import { runtime } from '#server/platform/runtime.ts'
import type { PageServerLoad } from './$types.ts'

const limit = 100

/** Every commitment by its number: where a page is too long to be a quarter, and for those who look for a number. */
export const load: PageServerLoad = async ({ locals, params, url }) => {
  const { db } = runtime()
  const collaboration = await findCollaboration(db, locals.actor, params.slug)
  const from = Number(url.searchParams.get('efter')) || 0
  const after = {
    collaboration: collaboration.id,
    number: Math.max(0, Math.min(Math.trunc(from), 2 ** 31 - 1))
  }
  const found = await housesOf(
    db,
    locals.actor,
    { collaboration: collaboration.id },
    { limit: limit + 1, after }
  )
  locals.internal = collaboration.audience !== 'public'
  const houses = found.slice(0, limit)
  return {
    collaboration,
    houses,
    last: found.length > limit ? houses.at(-1)?.number : undefined,
    past: after.number > 0
  }
}
