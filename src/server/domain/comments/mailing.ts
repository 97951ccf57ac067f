import { now } from '#server/platform/clock.ts'
import type { Id } from '#server/platform/db/ids.ts'
import type { Db } from '#server/platform/db/write.ts'
import type { Secrets } from '#server/platform/secrets/secrets.ts'
import { tokenOf } from '../links/tokens.ts'
import { isFrozen } from './drafts.ts'

/** What a mail to a reader is made of, computed when it is sent. Null when they are forgotten. */
export async function readerMail(db: Db, secrets: Secrets, id: Id) {
  const reader = await db
    .selectFrom('publication_reader as reader')
    .innerJoin('publication', 'publication.id', 'reader.publication_id')
    .innerJoin('collaboration', 'collaboration.id', 'publication.collaboration_id')
    .leftJoin('organisation', 'organisation.id', 'reader.organisation_id')
    .leftJoin('person as asker', (join) =>
      join.onRef('asker.id', '=', 'reader.asked_by').on('asker.ended_at', 'is', null)
    )
    .select(['reader.id', 'reader.generation', 'reader.name', 'reader.mail', 'reader.words', 'reader.due_on'])
    .select(['reader.withdrawn_at', 'reader.expires_at', 'reader.approved_at', 'reader.edition_number'])
    .select(['publication.id as publication_id', 'publication.title', 'publication.language'])
    .select([
      'collaboration.name as collaboration',
      'collaboration.contact_function',
      'collaboration.contact_mail'
    ])
    .select(['organisation.name as organisation', 'asker.name as asker_name', 'asker.mail as asker_mail'])
    .where('reader.id', '=', id)
    .executeTakeFirst()
  if (!reader?.mail || !reader.name) return null
  const { name, mail } = reader
  return {
    ...{ ...reader, name, mail },
    dead: reader.withdrawn_at !== null || reader.expires_at <= now(),
    frozen: await isFrozen(db, reader.publication_id, reader.edition_number),
    commented: await hasCommented(db, id),
    token: tokenOf(secrets, reader)
  }
}
export type ReaderMail = NonNullable<Awaited<ReturnType<typeof readerMail>>>

async function hasCommented(db: Db, reader: Id): Promise<boolean> {
  const comment = await db
    .selectFrom('comment')
    .select('id')
    .where('reader_id', '=', reader)
    .where('withdrawn_at', 'is', null)
    .executeTakeFirst()
  return comment !== undefined
}

/** What they said, and what was answered. */
export const settledFor = (db: Db, comments: Id[]) =>
  db
    .selectFrom('comment')
    .select(['about', 'text', 'answer'])
    .where('id', 'in', comments)
    .where('settled_at', 'is not', null)
    .orderBy('settled_at')
    .execute()
