import type { Db } from '#server/platform/db/write.ts'
import { draftNumber } from './drafts.ts'
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
    .select(['reader.due_on', 'reader.approved_at', 'reader.words'])
    .select(['publication.title', 'publication.slug', 'publication.language'])
    .select(['collaboration.name as collaboration_name', 'collaboration.contact_function'])
    .select(['collaboration.contact_mail', 'collaboration.contact_phone', 'collaboration.invented'])
    .select(['asker.name as asker_name', 'asker.mail as asker_mail'])
    .where('reader.id', '=', reading.reader)
    .executeTakeFirstOrThrow()
  return { ...errand, frozen: (await draftNumber(db, reading.publication)) > reading.edition }
}
export type ReadingErrand = Awaited<ReturnType<typeof findReadingErrand>>
