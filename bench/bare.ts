/**
 * The bare engine: `pg` and `node:http`, the same questions to the same database, the rows as JSON. Reads are asked all
 * at once; a write one after another in its transaction, as it was recorded.
 */
import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import pg from 'pg'
import { v7 } from 'uuid'
import type { Asked } from './recording.ts'

export type Bare = {
  connection: pg.PoolConfig
  reads: Record<string, Asked[]>
  /** One recorded errand that writes, and per answer what stands in the place of the recorded ids. */
  write: { asked: Asked[]; known: Record<string, string>[] } | null
}

const [, , file = '', port = '0'] = process.argv
const { connection, reads, write } = JSON.parse(readFileSync(file, 'utf8')) as Bare
const pool = new pg.Pool({ ...connection, max: 16, idleTimeoutMillis: 200 })
const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}$/

async function writeAgain(number: number): Promise<unknown> {
  if (!write) throw new Error('no write was recorded')
  const places: Record<string, string> = { ...write.known[number] }
  const inPlace = (value: unknown): unknown => {
    if (typeof value !== 'string') return value
    if (uuid.test(value)) return (places[value] ??= v7())
    return Object.entries(places).reduce((text, [from, to]) => text.replaceAll(from, to), value)
  }
  const client = await pool.connect()
  try {
    for (const { text, values } of write.asked) await client.query(text, values.map(inPlace))
    client.release()
    return { saved: true }
  } catch (error) {
    client.release(true)
    throw error
  }
}

let written = 0
createServer((request, response) => {
  const work =
    request.method === 'POST'
      ? writeAgain(written++)
      : Promise.all((reads[request.url ?? ''] ?? []).map((one) => pool.query(one.text, one.values))).then(
          (all) => all.map(({ rows }) => rows)
        )
  work.then(
    (rows) => response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(rows)),
    (error: unknown) => response.writeHead(500).end(String(error))
  )
}).listen(Number(port), '127.0.0.1')
