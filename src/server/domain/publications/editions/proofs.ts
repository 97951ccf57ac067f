import type { Db } from '#server/platform/db/write.ts'
import { NotFound } from '#server/platform/refusals.ts'
import type { ReaderActor } from '../../comments/readers.ts'
import type { Reach } from '../../people/reach.ts'
import { visitor, type Actor } from '../../people/actor.ts'
import type { Content } from '../content.ts'
import { contentOf } from '../freezing.ts'
import { howTold, type HowTold } from '../how-told.ts'
import { readerOf } from '../live/reader.ts'
import { findPublicationById } from '../publications.ts'

/** What is read before it is decided; `content` is null when it has been withdrawn. */
export type Proof = { content: Content | null; told: HowTold | null; audience: Reach }

/**
 * The draft that a link lets its bearer read: as its audience would read it now; once it is frozen, as it was. Nothing of
 * what is known to those who compile it.
 */
export async function readProof(db: Db, { reading }: ReaderActor): Promise<Proof> {
  const publication = await publicationRead(db, { reading })
  const frozen = await frozenAs(db, { reading })
  if (frozen?.withdrawn_at) return { content: null, told: null, audience: publication.audience }
  const content = frozen ? (frozen.content as unknown as Content) : await contentOf(db, publication)
  const told = reading.organisation
    ? await howTold(db, content, reading.collaboration, reading.organisation.id)
    : null
  return { content, told, audience: publication.audience }
}

/**
 * Whoever the draft is to be read by, as a reader: what its photos are seen as.
 * @throws NotFound when it has been withdrawn.
 */
export async function audienceOfProof(db: Db, actor: ReaderActor): Promise<Actor> {
  const frozen = await frozenAs(db, actor)
  if (frozen?.withdrawn_at) throw new NotFound('photo')
  return readerOf(await publicationRead(db, actor))
}

/** The edition that the draft became. */
const frozenAs = (db: Db, { reading }: Pick<ReaderActor, 'reading'>) =>
  db
    .selectFrom('edition')
    .select(['content', 'withdrawn_at'])
    .where('publication_id', '=', reading.publication)
    .where('number', '=', reading.edition)
    .executeTakeFirst()

/** A link lets its bearer to this one, and to nothing else that those see who read the collaboration whole. */
const publicationRead = (db: Db, { reading }: Pick<ReaderActor, 'reading'>) =>
  findPublicationById(db, { ...visitor, reads: [reading.collaboration] }, reading.publication)
