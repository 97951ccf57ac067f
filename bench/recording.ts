import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import pg from 'pg'
import { loadPages } from '#server/platform/serving/pages.ts'
import { createFront } from '#server/platform/serving/server.ts'
import type { Runtime } from '#server/platform/runtime.ts'

/** A question as it went to the database. Bytes are held as `\x…`. */
export type Asked = { text: string; values: unknown[] }

type Query = (this: pg.Client, ...given: unknown[]) => unknown
type Ask = (origin: string) => Promise<Response>

const plain = (value: unknown): unknown =>
  Buffer.isBuffer(value) ? `\\x${value.toString('hex')}` : value instanceof Date ? value.toISOString() : value

/** Serves the built pages in this process and tells what each errand asked of the database, in order. */
export async function record(
  runtime: Runtime,
  errands: Record<string, Ask>
): Promise<Record<string, Asked[]>> {
  const server = createFront({ runtime, pages: await loadPages() }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const told: Record<string, Asked[]> = {}
  for (const [name, ask] of Object.entries(errands)) told[name] = await listen(() => ask(origin), name)
  server.close()
  server.closeAllConnections()
  return told
}

async function listen(ask: () => Promise<Response>, name: string): Promise<Asked[]> {
  const asked: Asked[] = []
  const prototype = pg.Client.prototype as unknown as { query: Query }
  const { query } = prototype
  prototype.query = function (this: pg.Client, ...given: unknown[]) {
    const [config, values] = given as [string | Asked, unknown[] | undefined]
    const text = typeof config === 'string' ? config : config.text
    asked.push({ text, values: ((typeof config === 'string' ? values : config.values) ?? []).map(plain) })
    return query.apply(this, given)
  }
  try {
    const response = await ask()
    if (response.status >= 400) throw new Error(`${name}: ${response.status}`)
    await response.text()
  } finally {
    prototype.query = query
  }
  return asked
}
