import { listCollaborations, listFilters } from '#server/domain/collaborations/collaborations.ts'
import { areasToCreateIn } from '#server/domain/collaborations/permissions.ts'
import { runtime } from '#server/platform/runtime.ts'
import type { PageServerLoad } from './$types.ts'

const limit = 60

const asked = (url: URL, name: string): string | undefined => url.searchParams.get(name) || undefined

export const load: PageServerLoad = async ({ locals, url }) => {
  const { db } = runtime()
  const chosen = { area: asked(url, 'omrade'), kind: asked(url, 'slag'), after: asked(url, 'efter') }
  const [found, filters, createIn] = await Promise.all([
    listCollaborations(db, locals.actor, { ...chosen, limit }),
    listFilters(db, locals.actor),
    areasToCreateIn(db, locals.actor)
  ])
  locals.internal = found.some(({ audience }) => audience !== 'public')
  const collaborations = found.slice(0, limit)
  const last = found.length > limit ? collaborations.at(-1)?.slug : undefined
  return { collaborations, filters, chosen, last, can: { create: createIn === 'all' || createIn.length > 0 } }
}
