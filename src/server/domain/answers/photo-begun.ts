import type { Id } from '#server/platform/db/ids.ts'
import type { Db } from '#server/platform/db/write.ts'
import type { Secrets } from '#server/platform/secrets/secrets.ts'
import type { LinkActor } from '../links/links.ts'
import { unsealPhoto } from './photo-sealing.ts'

/** Things that somebody else has begun with a photo, and with no word yet, and the name of whoever did. */
export async function begunWithPhoto(db: Db, { errand }: LinkActor, secrets: Secrets) {
  const photos = await db
    .selectFrom('draft_photo')
    .leftJoin('draft', 'draft.item_id', 'draft_photo.item_id')
    .selectAll('draft_photo')
    .where('draft_photo.item_id', 'in', errand.items.length > 0 ? errand.items : [null])
    .where('draft_photo.space_id', '=', errand.space)
    .where('draft.id', 'is', null)
    .orderBy('draft_photo.id', 'desc')
    .execute()
  const adders = new Map<Id, Id>()
  for (const row of photos) {
    const { by } = unsealPhoto(secrets, { space: row.space_id, draft: row.id }, row)
    if (by !== errand.responder.id) adders.set(row.item_id, by)
  }
  const names = await namesOf(db, [...adders.values()])
  return [...adders].map(([item, by]) => ({ item, by: names.get(by) ?? null }))
}

async function namesOf(db: Db, responders: Id[]): Promise<Map<Id, string>> {
  const rows = await db
    .selectFrom('responder')
    .select(['id', 'name'])
    .where('id', 'in', responders.length > 0 ? responders : [null])
    .execute()
  return new Map(rows.map(({ id, name }) => [id, name]))
}
