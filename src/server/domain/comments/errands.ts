import type { Db } from '#server/platform/db/write.ts'
import { isFrozen } from './drafts.ts'
import type { ReaderActor } from './readers.ts'

/** What a link to read says of its errand; with whom to ask, also when it is dead. */
export async function findReadingErrand(db: Db, { reading }: ReaderActor) {
  const errand = await db
    .selectFrom('publication_reader as reader')
    .innerJoin('publication', 'publication.id', 'reader.publication_id')
    .innerJoin('collaboration', 'collaboration.id', 'publication.collaboration_id')
    .leftJoin('person as asker', (join) =>
      join.onRef('asker.id', '=', 'reader.asked_by').on('asker.ended_at', 'is', null)
    )
    .leftJoin('edition', (join) =>
      join
        .onRef('edition.publication_id', '=', 'publication.id')
        .onRef('edition.number', '=', 'reader.edition_number')
    )
    .select(['reader.due_on', 'reader.approved_at', 'reader.words'])
    .select(['publication.title', 'publication.slug', 'publication.language', 'publication.audience'])
    .select(['edition.published_at', 'edition.withdrawn_at'])
    .select(['collaboration.name as collaboration_name', 'collaboration.contact_function'])
    .select(['collaboration.contact_mail', 'collaboration.contact_phone', 'collaboration.invented'])
    .select(['asker.name as asker_name', 'asker.mail as asker_mail'])
    .where('reader.id', '=', reading.reader)
    .executeTakeFirstOrThrow()
  const { published_at, withdrawn_at, ...rest } = errand
  return {
    ...rest,
    frozen: await isFrozen(db, reading.publication, reading.edition),
    /** What it became has been withdrawn, and is not read here any more. */
    gone: withdrawn_at !== null,
    published: published_at !== null && withdrawn_at === null
  }
}
export type ReadingErrand = Awaited<ReturnType<typeof findReadingErrand>>
