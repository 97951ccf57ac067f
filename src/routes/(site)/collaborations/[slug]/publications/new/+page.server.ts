import { findCollaboration } from '#server/domain/collaborations/collaborations.ts'
import { createPublication, slugFor } from '#server/domain/publications/composing.ts'
import { newPublication, ofTemplate } from '#server/domain/publications/fields.ts'
import { canCreate } from '#server/domain/publications/permissions.ts'
import { listTemplates, removeTemplate } from '#server/domain/publications/own-templates.ts'
import { NotAllowed } from '#server/platform/refusals.ts'
import { runtime } from '#server/platform/runtime.ts'
import { address } from '#ui/words/addresses.ts'
import { submit } from '../../../../../submitting.ts'
import type { Actions, PageServerLoad } from './$types.ts'

export const load: PageServerLoad = async ({ locals, params }) => {
  const { db } = runtime()
  const { id, slug, name, kind } = await findCollaboration(db, locals.actor, params.slug)
  if (!canCreate(locals.actor, id)) throw new NotAllowed()
  const templates = await listTemplates(db, kind.code)
  return { collaboration: { slug, name }, templates, can: { remove: locals.actor.administrator } }
}

export const actions: Actions = {
  create: async (event) => {
    const { actor, locale } = event.locals
    const { id } = await findCollaboration(runtime().db, actor, event.params.slug)
    return submit(event, 'ny', newPublication, async (tx, value) => {
      await createPublication(tx, actor, { ...value, collaboration: id })
      return `${address(locale, 'publications', slugFor(value))}#innehall`
    })
  },
  removeTemplate: async (event) => {
    const { actor, locale } = event.locals
    return submit(event, 'mallar', ofTemplate, async (tx, { code }) => {
      await removeTemplate(tx, actor, code)
      return `${address(locale, 'collaborations', event.params.slug, 'publications', 'new')}#mallar`
    })
  }
}
