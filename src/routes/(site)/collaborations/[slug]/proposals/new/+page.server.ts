import type { RequestEvent } from '@sveltejs/kit'
import { findCollaboration } from '#server/domain/collaborations/collaborations.ts'
import { invitation } from '#server/domain/proposals/fields.ts'
import { inviteToWord, listInvitable } from '#server/domain/proposals/inviting.ts'
import { timeZoneOf } from '#server/domain/installation/installation.ts'
import { can } from '#server/domain/rounds/permissions.ts'
import { dayIn } from '#server/platform/clock.ts'
import { NotFound } from '#server/platform/refusals.ts'
import { runtime } from '#server/platform/runtime.ts'
import { address } from '#ui/words/addresses.ts'
import { nounIn } from '#ui/words/nouns.ts'
import { submit } from '../../../../../submitting.ts'

const found = async ({ locals, params }: Pick<RequestEvent, 'locals' | 'params'>) => {
  const collaboration = await findCollaboration(runtime().db, locals.actor, params['slug'] ?? '')
  if (!can(locals.actor, collaboration.id).plan) throw new NotFound('round')
  locals.internal = true
  return collaboration
}

export const load = async (event) => {
  const { db } = runtime()
  const { id, slug, name, invented, kind } = await found(event)
  const { actor, locale } = event.locals
  const of = (...parts: string[]) => address(locale, 'collaborations', slug, ...parts)
  return {
    name,
    invented,
    noun: nounIn(kind.words.commitment, locale),
    today: dayIn(await timeZoneOf(db)),
    parties: await listInvitable(db, actor, id),
    home: of(),
    partiesPage: of('parties')
  }
}

export const actions = {
  invite: async (event) => {
    const { id, slug } = await found(event)
    const { actor, locale } = event.locals
    return submit(event, 'ny', invitation, async (tx, value) => {
      const round = await inviteToWord(tx, actor, id, value, runtime().secrets)
      return address(locale, 'collaborations', slug, 'rounds', round.slug)
    })
  }
}
