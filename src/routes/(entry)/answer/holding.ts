import { error, type RequestEvent } from '@sveltejs/kit'
import { findErrandRound, type ErrandRound } from '#server/domain/answers/errands.ts'
import { findLink, type FoundLink, type LinkActor } from '#server/domain/links/links.ts'
import { countAttempt, networkOf } from '#server/platform/attempts/attempts.ts'
import { NotFound } from '#server/platform/refusals.ts'
import { runtime } from '#server/platform/runtime.ts'

const guesses = { what: 'link', most: 30, withinSeconds: 900 }

/** Whoever holds the link in the address; a dead link says why and whom to ask. Opening it changes nothing. */
export async function holderOf(event: RequestEvent): Promise<LinkActor> {
  const { state, actor } = await findOrCount(event)
  if (state !== 'open') {
    const round = await findErrandRound(runtime().db, actor)
    const code = state === 'withdrawn' ? 'link_withdrawn' : 'link_expired'
    error(410, code, { code, ask: contactOf(round) })
  }
  event.locals.actor = actor
  return actor
}

async function findOrCount(event: RequestEvent): Promise<FoundLink> {
  const { db, secrets } = runtime()
  try {
    return await findLink(db, event.params['token'] ?? '')
  } catch (refusal) {
    if (!(refusal instanceof NotFound)) throw refusal
    await countAttempt(db, secrets, guesses, networkOf(event.getClientAddress()))
    error(404, 'link_unknown', { code: 'link_unknown' })
  }
}

export const contactOf = (round: ErrandRound) => ({
  function: round.contact_function ?? round.collaboration_name,
  mail: round.contact_mail,
  phone: round.contact_phone
})
