import { sql } from 'kysely'
import { now } from '#server/platform/clock.ts'
import type { Id } from '#server/platform/db/ids.ts'
import { insertOnce } from '#server/platform/db/once.ts'
import { changeVersioned } from '#server/platform/db/versions.ts'
import type { Tx } from '#server/platform/db/write.ts'
import { recordFact } from '#server/platform/facts.ts'
import type { ReceivedFile } from '#server/platform/files/receiving.ts'
import { Conflict, Invalid } from '#server/platform/refusals.ts'
import { audienceHeld, changeable } from '../collaborations/finding.ts'
import { forgetLoose, keepFile } from '../files/files.ts'
import type { Actor } from '../people/actor.ts'
import { leastOf } from '../people/reach.ts'
import type { ChangedDocument, NewDocument } from './fields.ts'
import { seenDocument } from './finding.ts'

/** A document that exists somewhere: uploaded, linked to, or only named. */
export async function addDocument(
  tx: Tx,
  actor: Actor,
  collaborationId: Id,
  { reach = 'public', file = null, ...document }: NewDocument
): Promise<Id> {
  await changeable(tx, actor, collaborationId)
  const { id, made } = await insertOnce(tx, 'document', {
    ...document,
    ...(file && (await kept(tx, file))),
    collaboration_id: collaborationId,
    reach,
    audience: leastOf(reach, await audienceHeld(tx, collaborationId))
  })
  if (!made) return id
  if (file) await remember(tx, id)
  await recordFact(tx, 'document.added', { kind: 'document', id })
  return id
}

/**
 * A file that comes with it takes the place of the one there was, which is kept beside.
 * @throws Conflict with the document as it stands when it was changed since `version`: a file that came with it is not kept.
 */
export async function changeDocument(
  tx: Tx,
  actor: Actor,
  id: Id,
  { file = null, remove_file = false, ...changes }: ChangedDocument
): Promise<void> {
  const { collaboration_id } = await seenDocument(tx, actor, id)
  await changeable(tx, actor, collaboration_id)
  const whole = {
    ...changes,
    ...(file ? await kept(tx, file) : remove_file && { file_id: null, file_name: null }),
    audience: leastOf(changes.reach, await audienceHeld(tx, collaboration_id))
  }
  if (!(await changeVersioned(tx, 'document', id, whole).catch(withoutFile))) return
  if (file) await remember(tx, id)
  else if (remove_file) await forgetUploads(tx, id)
  await recordFact(tx, 'document.changed', { kind: 'document', id })
}

/** Takes away a document listed by mistake, and its files; history keeps that it was there. */
export async function removeDocument(tx: Tx, actor: Actor, collaboration: Id, id: Id): Promise<void> {
  await changeable(tx, actor, collaboration)
  const document = await tx
    .selectFrom('document')
    .select('id')
    .where('id', '=', id)
    .where('collaboration_id', '=', collaboration)
    .forUpdate()
    .executeTakeFirst()
  if (!document) return
  const annexed = await tx.selectFrom('annex').select('id').where('document_id', '=', id).executeTakeFirst()
  if (annexed) throw new Invalid({ document: 'annexed' })
  await tx.updateTable('document').set({ file_id: null, file_name: null }).where('id', '=', id).execute()
  await forgetUploads(tx, id)
  await tx.deleteFrom('document').where('id', '=', id).execute()
  await recordFact(tx, 'document.removed', { kind: 'document', id })
}

const kept = async (tx: Tx, file: ReceivedFile) => ({
  file_id: await keepFile(tx, file),
  file_name: file.name
})

/** The file it has now is one of those it has had. */
async function remember(tx: Tx, document: Id): Promise<void> {
  await sql`insert into document_upload (document_id, file_id, file_name, added_at)
    select id, file_id, file_name, ${now()} from document where id = ${document} and file_id is not null
    on conflict (document_id, file_id) do update set file_name = excluded.file_name, added_at = excluded.added_at`.execute(
    tx
  )
}

/** Those it has now and has had; bytes that nothing else holds are gone for good. */
async function forgetUploads(tx: Tx, document: Id): Promise<void> {
  const uploads = await tx
    .deleteFrom('document_upload')
    .where('document_id', '=', document)
    .returning('file_id')
    .execute()
  await forgetLoose(
    tx,
    uploads.map(({ file_id }) => file_id)
  )
}

/** Two texts can stand side by side in a form; two files can't. */
function withoutFile(refusal: unknown): never {
  if (!(refusal instanceof Conflict)) throw refusal
  const { file_id: _, file_name: __, ...current } = refusal.current
  throw new Conflict(current)
}
