import pg from 'pg'
import type { Connection } from '../db/connection.ts'

export type Listener = { changed(): void; ended(): void }
export type Live = {
  /** Tells `listener` when something of that id has changed. Gives the way to stop. */
  listen(id: string, listener: Listener): () => void
  close(): Promise<void>
}

const channel = 'kvarter_round'
const longestWait = 30_000

/**
 * What the database tells of changes, from one connection for the whole process: opened with the first listener, closed
 * with the last. When it breaks it is opened anew, and everybody is told, since something may have been missed.
 */
export function openLive(connection: Connection): Live {
  const listeners = new Map<string, Set<Listener>>()
  let client: pg.Client | undefined
  let opening: Promise<void> | undefined
  let again: NodeJS.Timeout | undefined
  let failures = 0
  let closed = false

  const tell = (id: string) => listeners.get(id)?.forEach((listener) => listener.changed())
  const tellAll = () => [...listeners.keys()].forEach(tell)

  async function open(): Promise<void> {
    if (client || closed) return
    const opened = new pg.Client({ ...connection, application_name: 'kvarter live', keepAlive: true })
    client = opened
    opened.on('notification', ({ payload = '' }) => tell(payload))
    opened.on('error', () => opened === client && openAgain())
    opened.on('end', () => opened === client && openAgain())
    try {
      await opened.connect()
      await opened.query(`listen ${channel}`)
      if (failures > 0) tellAll()
      failures = 0
    } catch {
      if (opened === client) openAgain()
    }
  }

  function openAgain(): void {
    const broken = client
    client = undefined
    void broken?.end().catch(() => undefined)
    if (closed || listeners.size === 0) return
    failures += 1
    clearTimeout(again)
    again = setTimeout(begin, Math.min(longestWait, 500 * 2 ** failures))
    again.unref()
  }

  const begin = () => void (opening = open())

  /** One that is just being opened can't be closed; it is waited for. */
  async function leave(): Promise<void> {
    clearTimeout(again)
    failures = 0
    await opening
    if (listeners.size > 0) return
    const left = client
    client = undefined
    await left?.end().catch(() => undefined)
  }

  return {
    listen(id, listener) {
      if (closed) {
        listener.ended()
        return () => undefined
      }
      const here = listeners.get(id) ?? new Set()
      listeners.set(id, here.add(listener))
      if (!client && failures === 0) begin()
      return () => {
        here.delete(listener)
        if (here.size === 0 && listeners.get(id) === here) listeners.delete(id)
        if (listeners.size === 0) void leave()
      }
    },
    async close() {
      closed = true
      const ending = [...listeners.values()].flatMap((some) => [...some])
      listeners.clear()
      ending.forEach((listener) => listener.ended())
      await leave()
    }
  }
}
