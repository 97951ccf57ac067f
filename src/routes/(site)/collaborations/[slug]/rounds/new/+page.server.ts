import type { RequestEvent } from '@sveltejs/kit'
import { findCollaboration } from '#server/domain/collaborations/collaborations.ts'
import { whomItAsks } from '#server/domain/rounds/asking.ts'
import { newRound } from '#server/domain/rounds/fields.ts'
import { openRound } from '#server/domain/rounds/opening.ts'
import { can } from '#server/domain/rounds/permissions.ts'
import { NotFound } from '#server/platform/refusals.ts'
import { runtime } from '#server/platform/runtime.ts'
import { address } from '#ui/words/addresses.ts'
import { submit } from '../../../../../submitting.ts'

const found = async ({ locals, params }: Pick<RequestEvent, 'locals' | 'params'>) => {
  const collaboration = await findCollaboration(runtime().db, locals.actor, params['slug'] ?? '')
  if (!can(locals.actor, collaboration.id).open) throw new NotFound('round')
  return collaboration
}

export const load = async ({ locals, params }) => {
  const collaboration = await found({ locals, params })
  const { id, slug, name, invented, from_day, to_day, contact_mail, contact_phone } = collaboration
  locals.internal = true
  const of = (...parts: string[]) => address(locals.locale, 'collaborations', slug, ...parts)
  const asking = await whomItAsks(runtime().db, locals.actor, id)
  return {
    ...asking,
    name,
    invented,
    from_day,
    to_day,
    /** Whether those who are asked can ask back. */
    reachable: Boolean(contact_mail ?? contact_phone),
    home: of(),
    rounds: of('rounds'),
    parties: of('parties')
  }
}

export const actions = {
  default: async (event) => {
    const { id, slug } = await found(event)
    const { actor, locale } = event.locals
    return submit(event, 'new', newRound, async (tx, value) => {
      const round = await openRound(tx, actor, id, value, runtime().secrets)
      return address(locale, 'collaborations', slug, 'rounds', round.slug)
    })
  }
}
