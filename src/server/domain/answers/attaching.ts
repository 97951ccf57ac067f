import { newId, type Id } from '#server/platform/db/ids.ts'
import type { Tx } from '#server/platform/db/write.ts'
import { NotFound } from '#server/platform/refusals.ts'
import type { Secrets } from '#server/platform/secrets/secrets.ts'
import { keepFile } from '../files/files.ts'
import { unsealPhoto } from './photo-sealing.ts'

/**
 * Moves the photos of a draft to the version that was received, unsealed, each with its words, in the order given. One
 * that was kept from the answer before is the same file.
 */
export async function attachPhotos(
  tx: Tx,
  version: Id,
  alts: Map<Id, string>,
  secrets: Secrets
): Promise<void> {
  let sort = 0
  for (const [photo, alt] of alts) {
    const file_id = (await formerFile(tx, photo)) ?? (await fileOf(tx, photo, secrets))
    await tx
      .insertInto('attachment')
      .values({ id: newId(), file_id, report_version_id: version, alt, sort: sort++ })
      .execute()
  }
}

async function formerFile(tx: Tx, photo: Id): Promise<Id | undefined> {
  const row = await tx.selectFrom('attachment').select('file_id').where('id', '=', photo).executeTakeFirst()
  return row?.file_id
}

async function fileOf(tx: Tx, photo: Id, secrets: Secrets): Promise<Id> {
  const row = await tx
    .selectFrom('draft_photo')
    .selectAll()
    .where('id', '=', photo)
    .executeTakeFirstOrThrow(() => new NotFound('photo'))
  return keepFile(tx, unsealPhoto(secrets, { space: row.space_id, draft: row.id }, row))
}
