import { listPublished, listShelves } from '#server/domain/publications/editions/editions.ts'
import { runtime } from '#server/platform/runtime.ts'
import type { PageServerLoad } from './$types.ts'

export const load: PageServerLoad = async ({ locals, url }) => {
  const { db } = runtime()
  const year = /^\d{4}$/.exec(url.searchParams.get('ar') ?? '')?.[0]
  const area = url.searchParams.get('omrade') || undefined
  const [shelves, publications] = await Promise.all([
    listShelves(db, locals.actor),
    listPublished(db, locals.actor, { year: year ? Number(year) : undefined, area })
  ])
  return { shelves, publications, chosen: { year: year ?? '', area: area ?? '' } }
}
