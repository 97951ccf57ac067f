import type { Id } from '#server/platform/db/ids.ts'
import { insertOnce } from '#server/platform/db/once.ts'
import { changeVersioned } from '#server/platform/db/versions.ts'
import type { Tx } from '#server/platform/db/write.ts'
import { recordFact } from '#server/platform/facts.ts'
import { stepped } from '#server/platform/forms/moving.ts'
import { Invalid, NotAllowed, NotFound } from '#server/platform/refusals.ts'
import { addDocument } from '../../documents/changing.ts'
import type { NewDocument } from '../../documents/fields.ts'
import { seenDocument } from '../../documents/finding.ts'
import type { Actor } from '../../people/actor.ts'
import { settleOrder } from '../ordering.ts'
import { can } from '../permissions.ts'
import { findPublicationById, findPublicationToChange } from '../publications.ts'
import type { ChangedAnnex, MovedAnnex, NewAnnex } from './fields.ts'

/** Puts an annex last. @throws Invalid `what: not_a_choice` when it is not to be seen, or is the publication itself. */
export async function addAnnex(
  tx: Tx,
  actor: Actor,
  publication: Id,
  { id = null, what = null, url = null, title = null }: NewAnnex
): Promise<Id> {
  await findTheirs(tx, actor, publication)
  if (what) await refuseUnseen(tx, actor, publication, what)
  const standing = await orderOf(tx, publication)
  if (id && standing.includes(id)) return id
  const annex = await insertOnce(tx, 'annex', {
    id,
    publication_id: publication,
    sort: standing.length + 1,
    title,
    document_id: what?.kind === 'document' ? what.id : null,
    annexed_publication_id: what?.kind === 'publication' ? what.id : null,
    url
  })
  await recordFact(tx, 'publication.annex_added', { kind: 'publication', id: publication })
  return annex.id
}

/**
 * Files a new document with the collaboration that the report is of, and puts it last among the annexes. The form sent
 * twice makes one of each. @throws as `addDocument`.
 */
export async function annexNewDocument(
  tx: Tx,
  actor: Actor,
  publication: Id,
  document: NewDocument
): Promise<Id> {
  const { collaboration_id } = await findTheirs(tx, actor, publication)
  const id = await addDocument(tx, actor, collaboration_id, document)
  const standing = await tx
    .selectFrom('annex')
    .select('id')
    .where('publication_id', '=', publication)
    .where('document_id', '=', id)
    .executeTakeFirst()
  return standing?.id ?? addAnnex(tx, actor, publication, { what: { kind: 'document', id } })
}

/** @throws Conflict with the annex as it stands when it was changed since `version`. */
export async function changeAnnex(tx: Tx, actor: Actor, id: Id, changes: ChangedAnnex): Promise<void> {
  const publication = await publicationOf(tx, actor, id)
  if (await changeVersioned(tx, 'annex', id, changes))
    await recordFact(tx, 'publication.annex_changed', { kind: 'publication', id: publication })
}

/** One step; at the ends, or when it has moved since the form was made, it stays where it is. */
export async function moveAnnex(tx: Tx, actor: Actor, id: Id, move: MovedAnnex): Promise<void> {
  const publication = await publicationOf(tx, actor, id)
  const order = stepped(await orderOf(tx, publication), id, move)
  if (order) await settleOrder(tx, 'annex', publication, order)
}

/** Sent twice it does nothing more: an annex that is gone is removed. What was annexed stays where it is. */
export async function removeAnnex(tx: Tx, actor: Actor, publication: Id, id: Id): Promise<void> {
  await findTheirs(tx, actor, publication)
  const { numDeletedRows } = await tx
    .deleteFrom('annex')
    .where('id', '=', id)
    .where('publication_id', '=', publication)
    .executeTakeFirstOrThrow()
  if (!numDeletedRows) return
  await settleOrder(tx, 'annex', publication, await orderOf(tx, publication))
  await recordFact(tx, 'publication.annex_removed', { kind: 'publication', id: publication })
}

/** Holds the publication until the transaction ends, so that the order is settled by one at a time. */
async function findTheirs(tx: Tx, actor: Actor, id: Id) {
  const publication = await findPublicationToChange(tx, actor, id)
  if (!can(actor, publication).change) throw new NotAllowed()
  return publication
}

async function publicationOf(tx: Tx, actor: Actor, id: Id): Promise<Id> {
  const { publication_id } = await tx
    .selectFrom('annex')
    .select('publication_id')
    .where('id', '=', id)
    .executeTakeFirstOrThrow(() => new NotFound('annex'))
  await findTheirs(tx, actor, publication_id)
  return publication_id
}

async function refuseUnseen(
  tx: Tx,
  actor: Actor,
  publication: Id,
  { kind, id }: NonNullable<NewAnnex['what']>
): Promise<void> {
  const notAChoice = new Invalid({ what: 'not_a_choice' })
  if (kind === 'publication' && id === publication) throw notAChoice
  const found = kind === 'document' ? seenDocument(tx, actor, id) : findPublicationById(tx, actor, id)
  await found.catch((refusal: unknown) => {
    throw refusal instanceof NotFound ? notAChoice : refusal
  })
}

async function orderOf(tx: Tx, publication: Id): Promise<Id[]> {
  const annexes = await tx
    .selectFrom('annex')
    .select('id')
    .where('publication_id', '=', publication)
    .orderBy('sort')
    .orderBy('id')
    .execute()
  return annexes.map(({ id }) => id)
}
