import { sql } from 'kysely'
import { Conflict } from '../refusals.ts'
import { settled } from './constraints.ts'
import type { DB } from './schema.ts'
import type { Id } from './ids.ts'
import type { Versioned } from './versions.ts'
import type { Tx } from './write.ts'

/**
 * Makes the things tied to `owner` exactly `ids`: what is there stays, the rest goes. `field` is what the form calls it.
 * True when anything changed.
 */
export async function replaceTies(
  tx: Tx,
  table: keyof DB,
  owner: Record<string, unknown>,
  column: string,
  ids: Id[],
  field = `${column.replace(/_id$/, '')}_ids`
): Promise<boolean> {
  const whose = sql.join(
    Object.entries(owner).map(([name, value]) => sql`${sql.ref(name)} = ${value}`),
    sql` and `
  )
  const gone =
    await sql`delete from ${sql.table(table)} where ${whose} and not ${sql.ref(column)} = any(${ids}::uuid[])`.execute(
      tx
    )
  const owners = sql.join(Object.keys(owner).map((name) => sql.ref(name)))
  const made = await settled(
    sql`insert into ${sql.table(table)} (${owners}, ${sql.ref(column)})
      select ${sql.join(Object.values(owner).map((value) => sql`${value}`))}, tied from unnest(${ids}::uuid[]) tied
      on conflict do nothing`.execute(tx),
    { [`${table}_${column}_fkey`]: { [field]: 'not_a_choice' } }
  )
  return Number(gone.numAffectedRows ?? 0) + Number(made.numAffectedRows ?? 0) > 0
}

/** A row whose ties were changed is changed itself. @throws Conflict when it was changed since `version`. */
export async function changeVersionOf(tx: Tx, table: Versioned, id: Id, version: number): Promise<void> {
  const { rows } = await sql`update ${sql.table(table)} set version = version + 1
    where id = ${id} and version = ${version} returning id`.execute(tx)
  if (rows.length > 0) return
  const current = await sql<
    Record<string, unknown>
  >`select * from ${sql.table(table)} where id = ${id}`.execute(tx)
  throw new Conflict(current.rows[0] ?? {})
}
