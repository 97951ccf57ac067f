import type { Id } from '#server/platform/db/ids.ts'
import type { Db } from '#server/platform/db/write.ts'

/** The edition that what stands in the workbench is to become. */
export async function draftNumber(db: Db, publication: Id): Promise<number> {
  const { latest } = await db
    .selectFrom('edition')
    .select(({ fn }) => fn.max('number').as('latest'))
    .where('publication_id', '=', publication)
    .executeTakeFirstOrThrow()
  return (latest ?? 0) + 1
}

/** Whether that draft has been frozen, for decision or published: nothing more can be said of it. */
export const isFrozen = async (db: Db, publication: Id, edition: number): Promise<boolean> =>
  (await draftNumber(db, publication)) > edition
