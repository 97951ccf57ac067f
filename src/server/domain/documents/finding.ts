import { sql } from 'kysely'
import type { Id } from '#server/platform/db/ids.ts'
import type { Db } from '#server/platform/db/write.ts'
import { NotFound } from '#server/platform/refusals.ts'
import type { Actor } from '../people/actor.ts'
import { withinReach } from '../people/reach.ts'

export const documentReach = (actor: Actor) =>
  withinReach(actor, { audience: 'document.audience', collaboration: 'document.collaboration_id' })

/** What commands need to know of a document before they write. @throws NotFound when it is not to be seen. */
export const seenDocument = (db: Db, actor: Actor, id: Id) =>
  db
    .selectFrom('document')
    .select(['id', 'collaboration_id', 'file_id', 'file_name'])
    .where('id', '=', id)
    .where(documentReach(actor))
    .executeTakeFirstOrThrow(() => new NotFound('document'))

/** What another has taken the place of is for no more than the document was for while it had it, as history knows. */
const hadWithinReach = (actor: Actor) => sql<boolean>`exists (
  select from (
    select document.audience, document.collaboration_id where document.file_id = document_upload.file_id
    union all
    select (h.after ->> 'audience')::reach, document.collaboration_id from history h
    where h.table_name = 'document' and h.row_id = document.id::text
      and h.after ->> 'file_id' = document_upload.file_id::text
  ) had where ${withinReach(actor, { audience: 'had.audience', collaboration: 'had.collaboration_id' })})`

/**
 * A document's file: the one it has now, or that very one, also where another has taken its place since.
 * @throws NotFound when the document or that file is not to be seen, or it has no such file.
 */
export const findUpload = (db: Db, actor: Actor, document: Id, file?: Id) =>
  db
    .selectFrom('document')
    .innerJoin('document_upload', 'document_upload.document_id', 'document.id')
    .innerJoin('file', 'file.id', 'document_upload.file_id')
    .select(['document.audience', 'document_upload.file_name as name', 'file.id', 'file.type', 'file.sha256'])
    .select(sql<number>`octet_length(file.content)`.as('size'))
    .where('document.id', '=', document)
    .where('document_upload.file_id', '=', (eb) => (file ? eb.val(file) : eb.ref('document.file_id')))
    .where(documentReach(actor))
    .where(hadWithinReach(actor))
    .executeTakeFirstOrThrow(() => new NotFound('document'))

/** What lay there before: the files that another has taken the place of, the latest first. */
export const listFormerUploads = (db: Db, actor: Actor, document: Id) =>
  db
    .selectFrom('document')
    .innerJoin('document_upload', 'document_upload.document_id', 'document.id')
    .select([
      'document_upload.file_id as id',
      'document_upload.file_name as name',
      'document_upload.added_at'
    ])
    .where('document.id', '=', document)
    .where('document_upload.file_id', 'is distinct from', (eb) => eb.ref('document.file_id'))
    .where(documentReach(actor))
    .orderBy('document_upload.added_at', 'desc')
    .execute()
export type FormerUpload = Awaited<ReturnType<typeof listFormerUploads>>[number]
