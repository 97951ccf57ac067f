import { error, type RequestEvent } from '@sveltejs/kit'
import { findReadingErrand, type ReadingErrand } from '#server/domain/comments/errands.ts'
import { findReader, type ReaderActor } from '#server/domain/comments/readers.ts'
import { countAttempt, networkOf } from '#server/platform/attempts/attempts.ts'
import { NotFound } from '#server/platform/refusals.ts'
import { runtime } from '#server/platform/runtime.ts'

const guesses = { what: 'link', most: 30, withinSeconds: 900 }

/** Whoever holds the link in the address; a dead link says why and whom to ask. Opening it changes nothing. */
export async function readerIn(event: RequestEvent): Promise<ReaderActor> {
  const { state, actor } = await findOrCount(event)
  if (state !== 'open') {
    const errand = await findReadingErrand(runtime().db, actor)
    const code = state === 'withdrawn' ? 'reading_link_withdrawn' : 'reading_link_expired'
    error(410, code, { code, ask: askedBy(errand) })
  }
  event.locals.actor = actor
  return actor
}

async function findOrCount(event: RequestEvent) {
  const { db, secrets } = runtime()
  try {
    return await findReader(db, event.params['token'] ?? '')
  } catch (refusal) {
    if (!(refusal instanceof NotFound)) throw refusal
    await countAttempt(db, secrets, guesses, networkOf(event.getClientAddress()))
    error(404, 'reading_link_unknown', { code: 'reading_link_unknown' })
  }
}

/** The collaboration's contact, else whoever sent it. */
export const askedBy = (errand: ReadingErrand) => ({
  function: errand.contact_function ?? errand.asker_name ?? errand.collaboration_name,
  mail: errand.contact_mail ?? errand.asker_mail,
  phone: errand.contact_phone
})
