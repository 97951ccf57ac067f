import { sql } from 'kysely'
import type { Id } from '#server/platform/db/ids.ts'
import type { Tx } from '#server/platform/db/write.ts'

/** Lets a publication's blocks or annexes stand in that order. Hold the publication, so that one settles it at a time. */
export const settleOrder = (tx: Tx, table: 'block' | 'annex', publication: Id, order: Id[]) =>
  sql`update ${sql.table(table)} set sort = array_position(${order}::uuid[], id)
    where publication_id = ${publication} and sort is distinct from array_position(${order}::uuid[], id)`.execute(
    tx
  )
