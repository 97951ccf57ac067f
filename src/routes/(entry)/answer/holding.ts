import { error, type RequestEvent } from '@sveltejs/kit'
import { findErrandRound, type ErrandRound } from '#server/domain/answers/errands.ts'
import { findLink, type LinkActor } from '#server/domain/links/links.ts'
import { runtime } from '#server/platform/runtime.ts'
import { findOrCount } from '../finding.ts'

/** Whoever holds the link in the address; a dead link says why and whom to ask. Opening it changes nothing. */
export async function holderOf(event: RequestEvent): Promise<LinkActor> {
  const { state, actor } = await findOrCount(event, findLink, 'link_unknown')
  if (state !== 'open') {
    const round = await findErrandRound(runtime().db, actor)
    const code = state === 'withdrawn' ? 'link_withdrawn' : 'link_expired'
    error(410, code, { code, ask: contactOf(round) })
  }
  event.locals.actor = actor
  return actor
}

export const contactOf = (round: ErrandRound) => ({
  function: round.contact_function ?? round.collaboration_name,
  mail: round.contact_mail,
  phone: round.contact_phone
})
