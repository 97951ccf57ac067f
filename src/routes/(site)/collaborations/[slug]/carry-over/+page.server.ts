import type { RequestEvent } from '@sveltejs/kit'
import { findCollaboration } from '#server/domain/collaborations/collaborations.ts'
import { newSuccessor } from '#server/domain/carrying-over/fields.ts'
import { canBegin } from '#server/domain/carrying-over/permissions.ts'
import { beginSuccessor, listSuccessors } from '#server/domain/carrying-over/succeeding.ts'
import { countHouses } from '#server/domain/reports/houses.ts'
import { listKinds } from '#server/domain/kinds/kinds.ts'
import { newId } from '#server/platform/db/ids.ts'
import { NotFound } from '#server/platform/refusals.ts'
import { runtime } from '#server/platform/runtime.ts'
import { address } from '#ui/words/addresses.ts'
import { submit } from '../../../../submitting.ts'

const found = async ({ locals, params }: Pick<RequestEvent, 'locals' | 'params'>) => {
  const collaboration = await findCollaboration(runtime().db, locals.actor, params['slug'] ?? '')
  if (!canBegin(locals.actor, collaboration.id)) throw new NotFound('collaboration')
  locals.internal = true
  return collaboration
}

export const load = async (event) => {
  const { db } = runtime()
  const { actor, locale } = event.locals
  const collaboration = await found(event)
  const successors = await listSuccessors(db, actor, collaboration.id)
  return {
    collaboration,
    successors: successors.map((one) => ({
      ...one,
      href: address(locale, 'collaborations', collaboration.slug, 'carry-over', one.slug)
    })),
    promised: (await countHouses(db, actor, { collaboration: collaboration.id })).length > 0,
    kinds: await listKinds(db),
    id: newId()
  }
}

export const actions = {
  begin: async (event) => {
    const { id, slug } = await found(event)
    const { actor, locale } = event.locals
    return submit(event, 'ny', newSuccessor, async (tx, value) => {
      const made = await beginSuccessor(tx, actor, id, value)
      return address(locale, 'collaborations', slug, 'carry-over', made.slug)
    })
  }
}
