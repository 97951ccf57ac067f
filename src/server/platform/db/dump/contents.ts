import type pg from 'pg'

type Client = Pick<pg.ClientBase, 'query'>

export type Table = { name: string; columns: string[] }
export type Sequence = { name: string; last: string; called: boolean }
export type Partition = { name: string; parent: string; bound: string }

/** What lets somebody in, or counts tries to: it ends with the place it was made in. */
const leftOut = ['sign_in_session', 'sign_in_code', 'attempt']

/** Tables that hold what is worth keeping. A table in parts is one, and what the database computes is left to it. */
export async function readTables(client: Client): Promise<Table[]> {
  const { rows } = await client.query<Table>(
    `select c.relname as name, array_agg(quote_ident(a.attname)::text order by a.attnum) as columns
       from pg_class c
       join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
      where c.relnamespace = current_schema()::regnamespace
        and c.relkind in ('r', 'p') and not c.relispartition
        and c.relname <> 'schema_migration' and c.relname <> all ($1)
      group by c.relname order by c.relname collate "C"`,
    [leftOut]
  )
  return rows
}

export async function readSequences(client: Client): Promise<Sequence[]> {
  const { rows } = await client.query<{ name: string }>(
    `select quote_ident(relname) as name from pg_class
      where relnamespace = current_schema()::regnamespace and relkind = 'S' order by relname collate "C"`
  )
  const read = rows.map(async ({ name }) => {
    const { rows: state } = await client.query<Omit<Sequence, 'name'>>(
      `select last_value::text as last, is_called as called from ${name}`
    )
    return { name, last: '1', called: false, ...state[0] }
  })
  return Promise.all(read)
}

export async function readPartitions(client: Client): Promise<Partition[]> {
  const { rows } = await client.query<Partition>(
    `select c.relname as name, parent.relname as parent, pg_get_expr(c.relpartbound, c.oid) as bound
       from pg_class c
       join pg_inherits i on i.inhrelid = c.oid
       join pg_class parent on parent.oid = i.inhparent
      where c.relispartition and c.relkind = 'r' and c.relnamespace = current_schema()::regnamespace
      order by c.relname collate "C"`
  )
  return rows
}

export const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`
