import { createWriteStream } from 'node:fs'
import { rename, rm } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGzip } from 'node:zlib'
import pg from 'pg'
import { to as copyTo } from 'pg-copy-streams'
import type { Connection } from './connection.ts'
import { quoted, readPartitions, readSequences, readTables, type Table } from './dump/contents.ts'
import { type End, endOfRows, type Header, type SectionEnd } from './dump/format.ts'
import { appliedMigrations } from './migrate.ts'

export type Dumped = { tables: number; rows: number }

/** Writes everything as it stands at one moment, while work goes on. The file is there when it is whole. */
export async function dump(connection: Connection, file: string): Promise<Dumped> {
  const client = new pg.Client({ ...connection, application_name: 'kvarter dump' })
  await client.connect()
  const beside = `${file}.unfinished`
  try {
    await client.query(`set datestyle = 'iso'; set timezone = 'UTC'; set intervalstyle = 'postgres'`)
    await client.query('begin isolation level repeatable read read only')
    const counted = { tables: 0, rows: 0 }
    const lines = Readable.from(writeAll(client, counted))
    await pipeline(lines, createGzip({ level: 6 }), createWriteStream(beside, { mode: 0o600, flush: true }))
    await rename(beside, file)
    return counted
  } finally {
    await rm(beside, { force: true })
    await client.end()
  }
}

async function* writeAll(client: pg.Client, counted: Dumped): AsyncGenerator<Buffer | string> {
  const header: Header = {
    format: 'kvarter dump',
    version: 1,
    created: new Date().toISOString(),
    migrations: await appliedMigrations(client),
    tables: await readTables(client),
    sequences: await readSequences(client),
    partitions: await readPartitions(client)
  }
  yield line(header)
  for (const table of header.tables) {
    const rows = yield* writeRows(client, table)
    counted.tables += 1
    counted.rows += rows
    yield `${endOfRows}\n${line({ table: table.name, rows } satisfies SectionEnd)}`
  }
  yield line({ end: true, tables: counted.tables } satisfies End)
}

async function* writeRows(client: pg.Client, { name, columns }: Table): AsyncGenerator<Buffer, number> {
  const source = `select ${columns.join(', ')} from ${quoted(name)}`
  const rows = client.query(copyTo(`copy (${source}) to stdout`))
  for await (const chunk of rows) yield chunk as Buffer
  return rows.rowCount
}

const line = (value: unknown): string => `${JSON.stringify(value)}\n`
