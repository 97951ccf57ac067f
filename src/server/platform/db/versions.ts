import { sql } from 'kysely'
import { Conflict, NotFound } from '../refusals.ts'
import type { DB } from './schema.ts'
import type { Id } from './ids.ts'
import type { Tx } from './write.ts'

/** Tables whose rows are edited by a form that carries their version. */
export type Versioned = {
  [T in keyof DB]: DB[T] extends { id: unknown; version: unknown } ? T : never
}[keyof DB]

/**
 * Writes `changes` to the row if it still has the version the form was made from. Sent twice it does nothing more:
 * false when the row already reads so.
 * @throws Conflict with the row as it stands when it was changed meanwhile; NotFound when there is none.
 */
export async function changeVersioned(
  tx: Tx,
  table: Versioned,
  id: Id,
  { version, ...changes }: { version: number } & Record<string, unknown>
): Promise<boolean> {
  const { rows } = await sql<
    Record<string, unknown>
  >`select * from ${sql.table(table)} where id = ${id} for update`.execute(tx)
  const current = rows[0]
  if (!current) throw new NotFound(table)
  const same = Object.entries(changes).every(([column, value]) => alike(current[column], value))
  if (same) return false
  if (current['version'] !== version) throw new Conflict(current)
  const settings = Object.entries(changes).map(([column, value]) => sql`${sql.ref(column)} = ${value}`)
  await sql`update ${sql.table(table)} set ${sql.join([...settings, sql`version = version + 1`])} where id = ${id}`.execute(
    tx
  )
  return true
}

/**
 * The version that a form made from an earlier one may be written to: that which stands, where nothing of what it writes
 * has been changed since, as history tells; else its own, which is refused. The row is held from here on.
 */
export async function versionBeside(
  tx: Tx,
  table: Versioned,
  id: Id,
  version: number,
  columns: string[]
): Promise<number> {
  const { rows } = await sql<{
    version: number
  }>`select version from ${sql.table(table)} where id = ${id} for update`.execute(tx)
  const standing = rows[0]?.version ?? version
  if (standing <= version) return version
  const since = await sql<{ known: number; touched: boolean | null }>`
    select count(distinct after ->> 'version') as known, bool_or(exists (
      select from unnest(${columns}::text[]) changed where before -> changed is distinct from after -> changed)) as touched
    from history where table_name = ${table} and row_id = ${id}::text and operation = 'update'
      and (after ->> 'version')::integer > ${version}`.execute(tx)
  const [told] = since.rows
  return told?.known === standing - version && !told.touched ? standing : version
}

const alike = (one: unknown, other: unknown): boolean =>
  JSON.stringify(one ?? null) === JSON.stringify(other ?? null)
