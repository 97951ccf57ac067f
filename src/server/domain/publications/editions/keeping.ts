import type { Id } from '#server/platform/db/ids.ts'
import type { Db, Tx } from '#server/platform/db/write.ts'
import { NotFound } from '#server/platform/refusals.ts'
import { keepFiles, type MadeFiles } from './files.ts'

/** Editions that no files were kept of, oldest first. */
export const listUnkept = (db: Db) =>
  db
    .selectFrom('edition')
    .select(['id', 'number', 'sha256'])
    .where(({ not, exists, selectFrom }) =>
      not(exists(selectFrom('edition_file').select('format').whereRef('edition_id', '=', 'edition.id')))
    )
    .orderBy('frozen_at')
    .orderBy('id')
    .execute()

/** Keeps what was printed of an edition's frozen facts, where nothing was; false where somebody else was first. */
export async function keepPrinted(tx: Tx, edition: Id, made: MadeFiles): Promise<boolean> {
  await tx
    .selectFrom('edition')
    .select('id')
    .where('id', '=', edition)
    .forUpdate()
    .executeTakeFirstOrThrow(() => new NotFound('edition'))
  const kept = await tx
    .selectFrom('edition_file')
    .select('format')
    .where('edition_id', '=', edition)
    .executeTakeFirst()
  if (kept) return false
  await keepFiles(tx, edition, made)
  return true
}
