import type { Id } from '#server/platform/db/ids.ts'
import { insertOnce } from '#server/platform/db/once.ts'
import { changeVersioned } from '#server/platform/db/versions.ts'
import type { Db, Tx } from '#server/platform/db/write.ts'
import { recordFact } from '#server/platform/facts.ts'
import { NotFound } from '#server/platform/refusals.ts'
import { audienceHeld, changeable } from '../collaborations/finding.ts'
import type { Actor } from '../people/actor.ts'
import { leastOf, withinReach } from '../people/reach.ts'
import type { ChangedDocument, NewDocument } from './fields.ts'

const documentReach = (actor: Actor) =>
  withinReach(actor, { audience: 'document.audience', collaboration: 'document.collaboration_id' })

/** A collaboration's documents, the latest year first, those without a year last. */
export const listDocuments = (db: Db, actor: Actor, collaboration: Id) =>
  db
    .selectFrom('document')
    .select([
      'id',
      'version',
      'title',
      'kind',
      'year',
      'dated_on',
      'case_number',
      'url',
      'note',
      'reach',
      'audience'
    ])
    .where('collaboration_id', '=', collaboration)
    .where(documentReach(actor))
    .orderBy('year', (order) => order.desc().nullsLast())
    .orderBy('dated_on', (order) => order.desc().nullsLast())
    .orderBy('title')
    .execute()
export type Document = Awaited<ReturnType<typeof listDocuments>>[number]

export async function addDocument(
  tx: Tx,
  actor: Actor,
  collaborationId: Id,
  { reach = 'public', ...document }: NewDocument
): Promise<Id> {
  await changeable(tx, actor, collaborationId)
  const { id, made } = await insertOnce(tx, 'document', {
    ...document,
    collaboration_id: collaborationId,
    reach,
    audience: leastOf(reach, await audienceHeld(tx, collaborationId))
  })
  if (made) await recordFact(tx, 'document.added', { kind: 'document', id })
  return id
}

/** @throws Conflict with the document as it stands when it was changed since `version`. */
export async function changeDocument(tx: Tx, actor: Actor, id: Id, changes: ChangedDocument): Promise<void> {
  const collaboration = await collaborationOf(tx, actor, id)
  await changeable(tx, actor, collaboration)
  const whole = { ...changes, audience: leastOf(changes.reach, await audienceHeld(tx, collaboration)) }
  if (await changeVersioned(tx, 'document', id, whole))
    await recordFact(tx, 'document.changed', { kind: 'document', id })
}

/** Takes away a document listed by mistake; history keeps that it was there. */
export async function removeDocument(tx: Tx, actor: Actor, collaboration: Id, id: Id): Promise<void> {
  await changeable(tx, actor, collaboration)
  const { numDeletedRows } = await tx
    .deleteFrom('document')
    .where('id', '=', id)
    .where('collaboration_id', '=', collaboration)
    .executeTakeFirstOrThrow()
  if (numDeletedRows) await recordFact(tx, 'document.removed', { kind: 'document', id })
}

async function collaborationOf(tx: Tx, actor: Actor, id: Id): Promise<Id> {
  const { collaboration_id } = await tx
    .selectFrom('document')
    .select('collaboration_id')
    .where('id', '=', id)
    .where(documentReach(actor))
    .executeTakeFirstOrThrow(() => new NotFound('document'))
  return collaboration_id
}
