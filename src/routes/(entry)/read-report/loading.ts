import type { RequestEvent } from '@sveltejs/kit'
import { findReadingErrand } from '#server/domain/comments/errands.ts'
import { listOwnComments } from '#server/domain/comments/listing.ts'
import type { ReaderActor } from '#server/domain/comments/readers.ts'
import { runtime } from '#server/platform/runtime.ts'
import { address } from '#ui/words/addresses.ts'
import { askedBy } from './holding.ts'

/** What both pages of a link say of its errand, with what its bearer has said. */
export async function readingData(event: RequestEvent, actor: ReaderActor) {
  const { db } = runtime()
  const { locale } = event.locals
  const token = event.params['token'] ?? ''
  const { asker_mail, contact_function, contact_mail, contact_phone, slug, ...errand } =
    await findReadingErrand(db, actor)
  return {
    errand,
    reader: { name: actor.reading.name, organisation: actor.reading.organisation?.name ?? null },
    comments: await listOwnComments(db, actor),
    contact: askedBy({ asker_mail, contact_function, contact_mail, contact_phone, slug, ...errand }),
    /** Where all may read it, once they may. */
    published:
      errand.published && errand.audience === 'public' ? address(locale, 'publications', slug) : null,
    door: address(locale, 'read-report', token),
    report: address(locale, 'read-report', token, 'report'),
    photos: address(locale, 'read-report', token, 'photos')
  }
}
