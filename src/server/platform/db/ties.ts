import { sql } from 'kysely'
import { Conflict } from '../refusals.ts'
import { settled } from './constraints.ts'
import type { DB } from './schema.ts'
import type { Id } from './ids.ts'
import { changeVersioned, type Versioned } from './versions.ts'
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
  const gone =
    await sql`delete from ${sql.table(table)} where ${whose(owner)} and not ${sql.ref(column)} = any(${ids}::uuid[])`.execute(
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

/** What is tied to a row, by the field of its form; and how the form's choice takes its place: true when it differs. */
export type Tied = {
  standing(): Promise<Record<string, unknown>>
  replace(): Promise<boolean>
}

/**
 * Changes a row together with what is tied to it: a row whose ties were changed is changed itself. True when anything was.
 * @throws Conflict with the row and its ties as they stand when it was changed since `version`.
 */
export async function changeWithTies(
  tx: Tx,
  table: Versioned,
  id: Id,
  changes: { version: number } & Record<string, unknown>,
  { standing, replace }: Tied
): Promise<boolean> {
  const changed = await changeVersioned(tx, table, id, changes).catch(async (refusal: unknown) => {
    if (!(refusal instanceof Conflict)) throw refusal
    throw new Conflict({ ...refusal.current, ...(await standing()) })
  })
  // The row is held from here on: nobody else ties anything to it meanwhile.
  const before = await standing()
  const tied = await replace()
  if (tied && !changed) await changeVersionOf(tx, table, id, changes.version, before)
  return tied || changed
}

export async function tiedTo(
  tx: Tx,
  table: keyof DB,
  owner: Record<string, unknown>,
  column: string
): Promise<Id[]> {
  const { rows } = await sql<{ id: Id }>`select ${sql.ref(column)} as id from ${sql.table(table)}
    where ${whose(owner)} order by 1`.execute(tx)
  return rows.map(({ id }) => id)
}

const whose = (owner: Record<string, unknown>) =>
  sql.join(
    Object.entries(owner).map(([name, value]) => sql`${sql.ref(name)} = ${value}`),
    sql` and `
  )

async function changeVersionOf(
  tx: Tx,
  table: Versioned,
  id: Id,
  version: number,
  ties: Record<string, unknown>
): Promise<void> {
  const { rows } = await sql`update ${sql.table(table)} set version = version + 1
    where id = ${id} and version = ${version} returning id`.execute(tx)
  if (rows.length > 0) return
  const current = await sql<
    Record<string, unknown>
  >`select * from ${sql.table(table)} where id = ${id}`.execute(tx)
  throw new Conflict({ ...current.rows[0], ...ties })
}
