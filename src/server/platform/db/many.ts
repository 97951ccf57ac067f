import type { InsertObject } from 'kysely'
import type { DB } from './schema.ts'
import type { Tx } from './write.ts'

/** So that a part's values are fewer than a question can have, however many columns a row has. */
const part = 500

/** Inserts many rows by few questions. What is left out of a row is what the table says. */
export async function insertMany<T extends keyof DB>(
  tx: Tx,
  table: T,
  rows: InsertObject<DB, T>[]
): Promise<void> {
  for (let from = 0; from < rows.length; from += part)
    await tx
      .insertInto(table)
      .values(rows.slice(from, from + part))
      .execute()
}
