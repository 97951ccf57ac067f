import { now } from '#server/platform/clock.ts'
import { isId, newId, type Id } from '#server/platform/db/ids.ts'
import type { Db, Tx } from '#server/platform/db/write.ts'
import type { Photo } from '#server/platform/images/images.ts'
import { Invalid, NotFound } from '#server/platform/refusals.ts'
import type { Secrets } from '#server/platform/secrets/secrets.ts'
import { findDraft, listBegun } from './drafts.ts'
import { writableItem } from './locking.ts'
import type { Item } from './items.ts'
import type { WrittenAnswer } from './written.ts'
import type { LinkActor } from '../links/links.ts'
import { removedField } from './photo-alts.ts'
import { unsealPhoto, sealPhoto, type AddedPhoto } from './photo-sealing.ts'

export const mostPhotos = 6

export type PhotoRow = { id: Id; item_id: Id; former: boolean }
export type HeldPhoto = { id: Id; width: number; height: number }

/** The draft's own, in the order they came. Nobody but the space's links has a way to them. */
const added = (db: Db, actor: LinkActor) =>
  db
    .selectFrom('draft_photo')
    .where('item_id', 'in', actor.errand.items.length > 0 ? actor.errand.items : [null])
    .where('space_id', '=', actor.errand.space)
    .orderBy('id')

/** Those of the answers that were returned: a new one goes on from them. */
const former = (db: Db, actor: LinkActor) =>
  db
    .selectFrom('report')
    .innerJoin('report_version', 'report_version.report_id', 'report.id')
    .innerJoin('attachment', 'attachment.report_version_id', 'report_version.id')
    .innerJoin('file', 'file.id', 'attachment.file_id')
    .where('report.item_id', 'in', actor.errand.items.length > 0 ? actor.errand.items : [null])
    .where('report_version.number', '=', (eb) =>
      eb
        .selectFrom('report_version as later')
        .select((of) => of.fn.max('later.number').as('number'))
        .whereRef('later.report_id', '=', 'report.id')
    )
    .orderBy('attachment.sort')

/** Every photo of the link's items, by id: those kept from a returned answer, and those added since. */
export async function listPhotoRows(db: Db, actor: LinkActor): Promise<PhotoRow[]> {
  const kept = await former(db, actor)
    .select(['attachment.id', 'report.item_id'])
    .where('report.state', '=', 'returned')
    .execute()
  const own = await added(db, actor).select(['id', 'item_id']).execute()
  return [...kept.map((row) => ({ ...row, former: true })), ...own.map((row) => ({ ...row, former: false }))]
}

/** Of the rows, those that the item's answer still has. */
export const photosOf = (rows: PhotoRow[], item: Id, written: WrittenAnswer): Id[] =>
  rows.filter((row) => row.item_id === item && !written[removedField(row.id)]).map(({ id }) => id)

/** What the item's answer shows, to whoever may open it: its draft's photos, or what was sent. */
export async function listPhotos(
  db: Db,
  actor: LinkActor,
  item: Id,
  written: WrittenAnswer,
  secrets: Secrets
): Promise<HeldPhoto[]> {
  const sent = await former(db, actor)
    .select(['attachment.id', 'attachment.alt', 'file.width', 'file.height'])
    .where('report.item_id', '=', item)
    .execute()
  const rows = await added(db, actor).selectAll().where('item_id', '=', item).execute()
  const own = rows
    .map((row) => ({ id: row.id, ...open(row, secrets) }))
    .filter((photo) => mayOpen(actor, photo))
  return [...sent, ...own]
    .filter(({ id }) => !written[removedField(id)])
    .map(({ id, width, height }) => ({ id, width: width ?? 1, height: height ?? 1 }))
}

type Row = { id: Id; space_id: Id; salt: Buffer; sealed: Buffer }
const open = (row: Row, secrets: Secrets): AddedPhoto =>
  unsealPhoto(secrets, { space: row.space_id, draft: row.id }, row)

/** Whoever was not asked from the start sees a colleague's photos when let in, as with drafts. */
const mayOpen = ({ errand }: LinkActor, { by }: Pick<AddedPhoto, 'by'>): boolean =>
  errand.admitted || by === errand.responder.id

/** @throws as `writableItem`; Invalid `form: not_admitted` where others have begun and the holder is not let in. */
export async function itemToPhotograph(tx: Tx, actor: LinkActor, id: Id, secrets: Secrets): Promise<Item> {
  const item = await writableItem(tx, actor, id)
  const closed = await listBegun(tx, actor, secrets)
  if (closed.some((begun) => begun.item === id)) throw new Invalid({ form: 'not_admitted' })
  return item
}

export type PhotoToAdd = { item: Id; photo: Photo }

/**
 * Adds a photo to an item's draft; the same one twice is one. What the file was called is kept nowhere.
 * @throws NotFound for items of others; Invalid `form: round_closed | already_sent | not_admitted`,
 *   `photos: too_many_photos`.
 */
export async function addPhoto(
  tx: Tx,
  actor: LinkActor,
  { item: id, photo }: PhotoToAdd,
  secrets: Secrets
): Promise<Id> {
  const item = await itemToPhotograph(tx, actor, id, secrets)
  const rows = await added(tx, actor).selectAll().where('item_id', '=', id).execute()
  const same = rows.find((row) => open(row, secrets).bytes.equals(photo.bytes))
  if (same) return same.id
  const written = (await findDraft(tx, actor, id, secrets))?.written ?? {}
  if (photosOf(await listPhotoRows(tx, actor), id, written).length >= mostPhotos)
    throw new Invalid({ photos: 'too_many_photos' })
  const draft = newId()
  const sealed = sealPhoto(
    secrets,
    { space: item.space_id, draft },
    { ...photo, by: actor.errand.responder.id }
  )
  await tx
    .insertInto('draft_photo')
    .values({ id: draft, item_id: id, space_id: item.space_id, ...sealed, added_at: now() })
    .execute()
  return draft
}

/**
 * Takes a photo out of the draft: false where there was none. One that was sent before stays with that answer, and the
 * draft says that it is left out.
 */
export async function removePhoto(
  tx: Tx,
  actor: LinkActor,
  { item: id, photo }: { item: Id; photo: Id },
  secrets: Secrets
): Promise<boolean> {
  const item = await itemToPhotograph(tx, actor, id, secrets)
  if (!isId(photo)) return false
  const { numDeletedRows } = await tx
    .deleteFrom('draft_photo')
    .where('id', '=', photo)
    .where('item_id', '=', item.id)
    .where('space_id', '=', actor.errand.space)
    .executeTakeFirst()
  return numDeletedRows > 0n
}

/** One photo as its answering party sees it. @throws NotFound for what is not of the link's own items. */
export async function openPhoto(db: Db, actor: LinkActor, id: Id, secrets: Secrets) {
  const row = await added(db, actor).selectAll().where('id', '=', id).executeTakeFirst()
  const own = row && open(row, secrets)
  if (own && mayOpen(actor, own)) return { bytes: own.bytes, type: own.type as string }
  const sent = await former(db, actor)
    .select(['file.content as bytes', 'file.type'])
    .where('attachment.id', '=', id)
    .executeTakeFirst()
  return sent ?? Promise.reject(new NotFound('photo'))
}
