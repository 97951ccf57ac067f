import { createReadStream } from 'node:fs'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGunzip } from 'node:zlib'
import pg from 'pg'
import { from as copyFrom } from 'pg-copy-streams'
import type { Connection } from './connection.ts'
import { quoted, readTables, type Table } from './dump/contents.ts'
import {
  cutOff,
  DumpError,
  foreign,
  type Header,
  parseEnd,
  parseHeader,
  parseSectionEnd
} from './dump/format.ts'
import { loosen, type Loosened, tighten } from './dump/loosening.ts'
import { createPartitions, setSequences } from './dump/placing.ts'
import { DumpReader } from './dump/reading.ts'
import { migrate, readMigrations, waitingOf } from './migrate.ts'

export type Loaded = { tables: number; rows: number; migrated: string[] }

/**
 * Loads a dump into an empty database, all or nothing, and brings it up to date. Needs no more rights than to own the
 * tables: keys and triggers are taken off before and put back, which checks them, in the same transaction.
 */
export async function load(connection: Connection, file: string): Promise<Loaded> {
  const reader = new DumpReader(unpack(file))
  const header = parseHeader(await readable(() => reader.line()))
  const ours = readMigrations()
  waitingOf(ours, header.migrations)
  await migrate(connection, ours.slice(0, header.migrations.length))
  const rows = await inTransaction(connection, (client) => fill(client, header, reader))
  return { tables: header.tables.length, rows, migrated: await migrate(connection, ours) }
}

async function inTransaction(
  connection: Connection,
  work: (client: pg.Client) => Promise<number>
): Promise<number> {
  const client = new pg.Client({ ...connection, application_name: 'kvarter load' })
  // A COPY that is broken off may end the connection; the reason is told by what broke it off.
  client.on('error', () => undefined)
  await client.connect()
  try {
    await client.query('begin')
    const result = await work(client)
    await client.query('commit')
    return result
  } finally {
    // Without a commit, the end of the connection undoes it all.
    await client.end()
  }
}

async function fill(client: pg.Client, header: Header, reader: DumpReader): Promise<number> {
  const tables = await requireSameTables(client, header)
  await requireEmpty(client, tables)
  await createPartitions(client, header.partitions)
  const loosened: Loosened = await loosen(client, tables)
  let rows = 0
  for (const table of tables) rows += await readable(() => fillTable(client, table, reader))
  const end = parseEnd(await readable(() => reader.line()))
  if (end.end !== true || end.tables !== tables.length || !(await reader.atEnd())) throw new DumpError(cutOff)
  await tighten(client, loosened)
  await setSequences(client, header.sequences)
  return rows
}

async function fillTable(client: pg.Client, { name, columns }: Table, reader: DumpReader): Promise<number> {
  const target = client.query(copyFrom(`copy ${quoted(name)} (${columns.join(', ')}) from stdin`))
  await pipeline(Readable.from(reader.rows(), { objectMode: false }), target)
  const said = parseSectionEnd(await reader.line())
  if (said.table !== name || said.rows !== target.rowCount) {
    throw new DumpError(
      `Of ${name}, ${target.rowCount} rows of ${said.rows} came in. Nothing of the dump was loaded.`
    )
  }
  return said.rows
}

async function requireSameTables(client: pg.Client, header: Header): Promise<Table[]> {
  const ours = await readTables(client)
  if (JSON.stringify(ours) !== JSON.stringify(header.tables)) {
    throw new DumpError('The tables of the dump are not those its migrations make here. Nothing was loaded.')
  }
  return ours
}

async function requireEmpty(client: pg.Client, tables: Table[]): Promise<void> {
  for (const { name } of tables) {
    const { rowCount } = await client.query(`select from ${quoted(name)} limit 1`)
    if (rowCount)
      throw new DumpError(`A dump is loaded into an empty database only, and there is something in ${name}.`)
  }
}

async function* unpack(file: string): AsyncGenerator<Buffer> {
  const source = createReadStream(file)
  const unpacked = createGunzip()
  source.on('error', (error) => unpacked.destroy(error))
  for await (const chunk of source.pipe(unpacked)) yield chunk as Buffer
}

async function readable<Result>(read: () => Promise<Result>): Promise<Result> {
  try {
    return await read()
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === 'Z_DATA_ERROR') throw new DumpError(foreign, { cause: error })
    if (code === 'Z_BUF_ERROR') throw new DumpError(cutOff, { cause: error })
    throw error
  }
}
