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
export const openLive = (connection: Connection): Live => new Line(connection)

class Line implements Live {
  readonly #connection: Connection
  readonly #listeners = new Map<string, Set<Listener>>()
  #client: pg.Client | undefined
  #opening: Promise<void> | undefined
  #again: NodeJS.Timeout | undefined
  #failures = 0
  #closed = false

  constructor(connection: Connection) {
    this.#connection = connection
  }

  listen(id: string, listener: Listener): () => void {
    if (this.#closed) {
      listener.ended()
      return () => undefined
    }
    const here = this.#listeners.get(id) ?? new Set()
    this.#listeners.set(id, here.add(listener))
    if (!this.#client && this.#failures === 0) this.#begin()
    return () => {
      here.delete(listener)
      if (here.size === 0 && this.#listeners.get(id) === here) this.#listeners.delete(id)
      if (this.#listeners.size === 0) void this.#leave()
    }
  }

  async close(): Promise<void> {
    this.#closed = true
    const ending = [...this.#listeners.values()].flatMap((some) => [...some])
    this.#listeners.clear()
    ending.forEach((listener) => listener.ended())
    await this.#leave()
  }

  #tell(id: string): void {
    this.#listeners.get(id)?.forEach((listener) => listener.changed())
  }

  #begin(): void {
    this.#opening = this.#open()
  }

  async #open(): Promise<void> {
    if (this.#client || this.#closed) return
    const opened = new pg.Client({ ...this.#connection, application_name: 'kvarter live', keepAlive: true })
    const broke = () => opened === this.#client && this.#openAgain()
    this.#client = opened
    opened.on('notification', ({ payload = '' }) => this.#tell(payload))
    opened.on('error', broke)
    opened.on('end', broke)
    try {
      await opened.connect()
      await opened.query(`listen ${channel}`)
      if (this.#failures > 0) [...this.#listeners.keys()].forEach((id) => this.#tell(id))
      this.#failures = 0
    } catch {
      broke()
    }
  }

  #openAgain(): void {
    const broken = this.#client
    this.#client = undefined
    void broken?.end().catch(() => undefined)
    if (this.#closed || this.#listeners.size === 0) return
    this.#failures += 1
    clearTimeout(this.#again)
    this.#again = setTimeout(() => this.#begin(), Math.min(longestWait, 500 * 2 ** this.#failures))
    this.#again.unref()
  }

  /** One that is just being opened can't be closed; it is waited for. */
  async #leave(): Promise<void> {
    clearTimeout(this.#again)
    this.#failures = 0
    await this.#opening
    if (this.#listeners.size > 0) return
    const left = this.#client
    this.#client = undefined
    await left?.end().catch(() => undefined)
  }
}
