import type pg from 'pg'
import { quoted, type Table } from './contents.ts'

type ForeignKey = { table: string; name: string; definition: string }
export type Loosened = { keys: ForeignKey[]; triggered: string[] }

/** Rows come in the order they lie, so what ties tables together waits, and history is not written of what it tells. */
export async function loosen(client: pg.Client, tables: Table[]): Promise<Loosened> {
  const { rows: keys } = await client.query<ForeignKey>(
    `select rel.relname as table, con.conname as name, pg_get_constraintdef(con.oid) as definition
       from pg_constraint con join pg_class rel on rel.oid = con.conrelid
      where con.contype = 'f' and con.conparentid = 0 and rel.relnamespace = current_schema()::regnamespace
      order by 1, 2`
  )
  const triggered = tables.map(({ name }) => name)
  for (const { table, name } of keys)
    await client.query(`alter table ${quoted(table)} drop constraint ${quoted(name)}`)
  for (const name of triggered) await client.query(`alter table ${quoted(name)} disable trigger user`)
  return { keys, triggered }
}

export async function tighten(client: pg.Client, { keys, triggered }: Loosened): Promise<void> {
  await client.query('set constraints all immediate')
  for (const name of triggered) await client.query(`alter table ${quoted(name)} enable trigger user`)
  for (const { table, name, definition } of keys) {
    await client.query(`alter table ${quoted(table)} add constraint ${quoted(name)} ${definition}`)
  }
}
