import { sql } from 'kysely'
import type { Db, Tx } from './database.ts'

export type { Db, Tx }

/** Who acts, as history keeps it: ids and codes, never names. */
export type ActorRecord = {
  via: 'visitor' | 'session' | 'link' | 'job' | 'cli'
  person?: string
  responder?: string
  link?: string
  on_behalf_of?: string
  source?: 'phone' | 'paper' | 'mail'
}

/** The only way to a transaction: the actor is set in it first, and triggers refuse a write without one. */
export const write = <T>(db: Db, actor: { record: ActorRecord }, work: (tx: Tx) => Promise<T>): Promise<T> =>
  db.transaction().execute(async (tx) => {
    await sql`select set_config('kvarter.actor', ${JSON.stringify(actor.record)}, true)`.execute(tx)
    return work(tx)
  })
