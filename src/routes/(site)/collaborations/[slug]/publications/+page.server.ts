import { findCollaboration } from '#server/domain/collaborations/collaborations.ts'
import { createPublication } from '#server/domain/publications/composing.ts'
import { newPublication } from '#server/domain/publications/fields.ts'
import { canCreate } from '#server/domain/publications/permissions.ts'
import { listPublicationsOf } from '#server/domain/publications/publications.ts'
import { templateNames } from '#server/domain/publications/templates.ts'
import { runtime } from '#server/platform/runtime.ts'
import { address } from '#ui/words/addresses.ts'
import { submit } from '../../../../submitting.ts'
import type { Actions, PageServerLoad } from './$types.ts'

export const load: PageServerLoad = async ({ locals, params }) => {
  const { db } = runtime()
  const collaboration = await findCollaboration(db, locals.actor, params.slug)
  const publications = await listPublicationsOf(db, locals.actor, collaboration.id)
  locals.internal = collaboration.audience !== 'public' || publications.some(({ published }) => !published)
  const { slug, name, areas } = collaboration
  const can = { create: canCreate(locals.actor, collaboration.id) }
  return { collaboration: { slug, name, areas }, publications, templates: templateNames, can }
}

export const actions: Actions = {
  create: async (event) => {
    const { actor, locale } = event.locals
    const { id } = await findCollaboration(runtime().db, actor, event.params.slug)
    return submit(event, 'ny', newPublication, async (tx, value) => {
      await createPublication(tx, actor, { ...value, collaboration: id })
      return address(locale, 'publications', value.slug)
    })
  }
}
