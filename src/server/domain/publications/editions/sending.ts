import { newId, type Id } from '#server/platform/db/ids.ts'
import type { Db, Tx } from '#server/platform/db/write.ts'
import { recordFact } from '#server/platform/facts.ts'
import { Conflict, Invalid, NotAllowed } from '#server/platform/refusals.ts'
import type { Actor } from '../../people/actor.ts'
import { canonical, sealOf, sha256, type Content } from '../content.ts'
import type { Sending } from './fields.ts'
import { keepFiles, type MadeFiles } from './files.ts'
import { contentOf } from '../freezing.ts'
import { can } from '../permissions.ts'
import { findPublicationToChange, type Publication } from '../publications.ts'

/** What was made of a publication outside the transaction: its facts, and the three files that show them. */
export type Made = { content: Content; files: MadeFiles }
type Frozen = { id: Id; number: number; made: boolean }

/**
 * Freezes the publication as an edition to be decided: every live block's facts as its audience may see them, with the prose
 * and the files made of them. It takes the place of one that waits. `number` is the edition meant, so sent twice it is made once.
 * @throws Conflict when what is frozen is not what was `seen`, or no longer what the files were made of.
 */
export async function sendForDecision(
  tx: Tx,
  actor: Actor,
  id: Id,
  sending: Sending,
  made: Made
): Promise<number> {
  const { number, made: fresh } = await freeze(tx, actor, id, sending, made)
  if (fresh)
    await recordFact(
      tx,
      'publication.sent_for_decision',
      { kind: 'publication', id },
      { edition: number, seal: sha256(made.content) }
    )
  return number
}

/** Freezes without telling of it. What is published is corrected with a note: readers see what is new. */
export async function freeze(
  tx: Tx,
  actor: Actor,
  id: Id,
  { number, seen, note }: Sending,
  made?: Made
): Promise<Frozen> {
  const publication = await findPublicationToChange(tx, actor, id)
  if (!can(actor, publication).publish) throw new NotAllowed()
  const latest = await latestEdition(tx, id)
  const next = (latest?.number ?? 0) + 1
  if (latest && number !== undefined && number < next) return { ...latest, made: false }
  const content = await contentOf(tx, publication)
  refuseUnready(publication, { seen, note }, content)
  if (number !== undefined && number !== next) throw new Conflict({ number: next })
  if (made && sealOf(made.content) !== sealOf(content)) throw new Conflict({ seen: sealOf(content) })
  const edition = newId()
  await unschedule(tx, id)
  await insertEdition(tx, { id: edition, publication: id, number: next, note }, made?.content ?? content)
  if (made) await keepFiles(tx, edition, made.files)
  return { id: edition, number: next, made: true }
}

/** What is told before anything is made of it. @throws Invalid without a note on what is new; Conflict when it was changed since it was seen. */
export function refuseUnready(
  { published }: Pick<Publication, 'published'>,
  { seen, note }: Sending,
  content: Content
): void {
  if (published && !note) throw new Invalid({ note: 'required' })
  const seal = sealOf(content)
  if (seen && seen !== seal) throw new Conflict({ seen: seal })
}

export const latestEdition = (db: Db, publication: Id) =>
  db
    .selectFrom('edition')
    .select(['id', 'number', 'publish_at', 'published_at', 'returned_at', 'withdrawn_at'])
    .where('publication_id', '=', publication)
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst()

/** A set time is for the latest: what it waits for is no more when there is a later one. */
const unschedule = (tx: Tx, publication: Id) =>
  tx
    .updateTable('edition')
    .set({ publish_at: null })
    .where('publication_id', '=', publication)
    .where('publish_at', 'is not', null)
    .execute()

type NewEdition = { id: Id; publication: Id; number: number; note: string | null | undefined }

const insertEdition = (tx: Tx, { id, publication, number, note }: NewEdition, content: Content) =>
  tx
    .insertInto('edition')
    .values({
      id,
      publication_id: publication,
      number,
      content: canonical(content),
      sha256: sha256(content),
      frozen_at: new Date(content.frozen.at),
      note: note ?? null
    })
    .execute()
