import { error, type RequestEvent } from '@sveltejs/kit'
import { findReadingErrand, type ReadingErrand } from '#server/domain/comments/errands.ts'
import { findReader, type ReaderActor } from '#server/domain/comments/readers.ts'
import { runtime } from '#server/platform/runtime.ts'
import { findOrCount } from '../finding.ts'

/** Whoever holds the link in the address; a dead link says why and whom to ask. Opening it changes nothing. */
export async function readerIn(event: RequestEvent): Promise<ReaderActor> {
  const { state, actor } = await findOrCount(event, findReader, 'reading_link_unknown')
  if (state !== 'open') {
    const errand = await findReadingErrand(runtime().db, actor)
    const code = `reading_link_${state}` as const
    error(410, code, { code, ask: askedBy(errand) })
  }
  event.locals.actor = actor
  return actor
}

/** The collaboration's contact, else whoever sent it. */
export const askedBy = (errand: ReadingErrand) => ({
  function: errand.contact_function ?? errand.asker_name ?? errand.collaboration_name,
  mail: errand.contact_mail ?? errand.asker_mail,
  phone: errand.contact_phone
})
