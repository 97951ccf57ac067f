import { now } from '#server/platform/clock.ts'
import type { Id } from '#server/platform/db/ids.ts'
import type { Db } from '#server/platform/db/write.ts'
import { NotFound } from '#server/platform/refusals.ts'
import { hashOf } from '../links/tokens.ts'
import { visitor, type Actor } from '../people/actor.ts'

/** All that a link to read gives: one draft of one report, to read as its audience will, and to say something of. */
export type Reading = {
  reader: Id
  name: string
  publication: Id
  /** The edition that the draft is to become. */
  edition: number
  collaboration: Id
  /** Whom they read for, where they do. */
  organisation: { id: Id; name: string } | null
}
/** Whoever holds a link to read: a visitor with one errand. */
export type ReaderActor = Actor & { reading: Reading }
export type ReaderState = 'open' | 'withdrawn' | 'expired' | 'forgotten'

/**
 * Whoever a token lets in, with dead links too, so that their bearer can be told whom to ask.
 * @throws NotFound when no link ever had it, or when its generation is over.
 */
export async function findReader(db: Db, token: string): Promise<{ state: ReaderState; actor: ReaderActor }> {
  const row = await readerRow(db, token)
  if (!row) throw new NotFound('link')
  return { state: stateOf(row), actor: actorOf(row) }
}

const readerRow = (db: Db, token: string) =>
  db
    .selectFrom('publication_reader as reader')
    .innerJoin('publication', 'publication.id', 'reader.publication_id')
    .leftJoin('organisation', 'organisation.id', 'reader.organisation_id')
    .select(['reader.id', 'reader.name', 'reader.edition_number', 'reader.expires_at'])
    .select(['reader.withdrawn_at', 'reader.forgotten_at'])
    .select(['publication.id as publication_id', 'publication.collaboration_id'])
    .select(['organisation.id as organisation_id', 'organisation.name as organisation_name'])
    .where('reader.token_hash', '=', hashOf(token))
    .executeTakeFirst()
type Row = NonNullable<Awaited<ReturnType<typeof readerRow>>>

const stateOf = ({ forgotten_at, withdrawn_at, expires_at }: Row): ReaderState => {
  if (forgotten_at) return 'forgotten'
  if (withdrawn_at) return 'withdrawn'
  return expires_at <= now() ? 'expired' : 'open'
}

const actorOf = (row: Row): ReaderActor => ({
  ...visitor,
  record: { via: 'link', link: row.id },
  reading: {
    reader: row.id,
    name: row.name ?? '',
    publication: row.publication_id,
    edition: row.edition_number,
    collaboration: row.collaboration_id,
    organisation: row.organisation_id ? { id: row.organisation_id, name: row.organisation_name ?? '' } : null
  }
})
