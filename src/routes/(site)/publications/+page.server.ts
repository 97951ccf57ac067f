import { listPublished, listShelves } from '#server/domain/publications/editions/listing.ts'
import { isId } from '#server/platform/db/ids.ts'
import { runtime } from '#server/platform/runtime.ts'
import type { PageServerLoad } from './$types.ts'

const limit = 100

export const load: PageServerLoad = async ({ locals, url }) => {
  const { db } = runtime()
  const year = /^\d{4}$/.exec(url.searchParams.get('ar') ?? '')?.[0]
  const area = url.searchParams.get('omrade') || undefined
  const asked = url.searchParams.get('efter')
  const after = isId(asked) ? asked : undefined
  const [shelves, found] = await Promise.all([
    listShelves(db, locals.actor),
    listPublished(db, locals.actor, { year: year ? Number(year) : undefined, area, after, limit })
  ])
  const publications = found.slice(0, limit)
  const next = found.length > limit ? publications.at(-1)?.id : undefined
  return { shelves, publications, next, after, chosen: { year: year ?? '', area: area ?? '' } }
}
