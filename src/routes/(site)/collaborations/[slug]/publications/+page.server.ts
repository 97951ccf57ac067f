import { findCollaboration } from '#server/domain/collaborations/collaborations.ts'
import { canCreate } from '#server/domain/publications/permissions.ts'
import { listPublicationsOf } from '#server/domain/publications/publications.ts'
import { runtime } from '#server/platform/runtime.ts'
import type { PageServerLoad } from './$types.ts'

export const load: PageServerLoad = async ({ locals, params }) => {
  const { db } = runtime()
  const { id, slug, name, language, audience } = await findCollaboration(db, locals.actor, params.slug)
  const publications = await listPublicationsOf(db, locals.actor, id)
  locals.internal = audience !== 'public' || publications.some(({ published }) => !published)
  return {
    collaboration: { slug, name, language },
    publications,
    can: { create: canCreate(locals.actor, id) }
  }
}
