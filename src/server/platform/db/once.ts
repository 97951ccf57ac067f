import { sql } from 'kysely'
import { settled } from './constraints.ts'
import type { DB } from './schema.ts'
import { newId, type Id } from './ids.ts'
import type { Tx } from './write.ts'

type WithId = { [T in keyof DB]: DB[T] extends { id: unknown } ? T : never }[keyof DB]

/**
 * Inserts a row that a form may send twice: the form carries the id. The same id with the same content is there
 * already; with other content (back button, then changed) it is another row, so that no words are lost.
 */
export async function insertOnce(
  tx: Tx,
  table: WithId,
  { id, ...values }: { id?: Id | null | undefined } & Record<string, unknown>,
  refusals: Record<string, Record<string, string>> = {}
): Promise<{ id: Id; made: boolean }> {
  const proposed = id ?? newId()
  if (await inserted(tx, table, proposed, values, refusals)) return { id: proposed, made: true }
  const { rows } = await sql<
    Record<string, unknown>
  >`select * from ${sql.table(table)} where id = ${proposed}`.execute(tx)
  if (Object.entries(values).every(([column, value]) => alike(rows[0]?.[column], value)))
    return { id: proposed, made: false }
  const fresh = newId()
  await inserted(tx, table, fresh, values, refusals)
  return { id: fresh, made: true }
}

async function inserted(
  tx: Tx,
  table: string,
  id: Id,
  values: Record<string, unknown>,
  refusals: Record<string, Record<string, string>>
): Promise<boolean> {
  const columns = sql.join(['id', ...Object.keys(values)].map((column) => sql.ref(column)))
  const { rows } = await settled(
    sql`insert into ${sql.table(table)} (${columns}) values (${sql.join([id, ...Object.values(values)])})
      on conflict (id) do nothing returning id`.execute(tx),
    refusals
  )
  return rows.length > 0
}

export const alike = (one: unknown, other: unknown): boolean =>
  JSON.stringify(one ?? null) === JSON.stringify(other ?? null)
