import { sql } from 'kysely'
import type { Id } from '#server/platform/db/ids.ts'
import type { Tx } from '#server/platform/db/write.ts'
import { withdrawLinks } from '../people/links.ts'

/** The link and all that were made from it open nothing more. Gives whether any of them did. */
export const withdrawWithForwarded = (tx: Tx, id: Id): Promise<boolean> =>
  withdrawLinks(tx, sql`select ${id}::uuid as id`)
