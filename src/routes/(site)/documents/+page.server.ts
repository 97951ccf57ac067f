import { listAllDocuments, listDocumentShelves } from '#server/domain/documents/documents.ts'
import { isId } from '#server/platform/db/ids.ts'
import { runtime } from '#server/platform/runtime.ts'
import type { PageServerLoad } from './$types.ts'

const limit = 100

export const load: PageServerLoad = async ({ locals, url }) => {
  const { db } = runtime()
  const { actor } = locals
  const asked = (name: string) => url.searchParams.get(name) || undefined
  const year = /^\d{4}$/.exec(asked('ar') ?? '')?.[0]
  const chosen = { year, collaboration: asked('samverkan'), kind: asked('slag') }
  const after = isId(asked('efter')) ? asked('efter') : undefined
  const [found, shelves] = await Promise.all([
    listAllDocuments(db, actor, { ...chosen, year: year ? Number(year) : undefined, after, limit }),
    listDocumentShelves(db, actor)
  ])
  locals.internal = found.some(({ audience }) => audience !== 'public')
  const documents = found.slice(0, limit)
  const next = found.length > limit ? documents.at(-1)?.id : undefined
  return { documents, shelves, chosen, next, after, inside: locals.internal }
}
