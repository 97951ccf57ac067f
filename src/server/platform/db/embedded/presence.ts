import pg from 'pg'
import type { Connection } from '../connection.ts'

/** Held by everybody who uses the built-in server, shared; whoever can have it alone is the last one. */
const presenceKey = 7_164_001

export type Presence = {
  /** True for the last one. */
  leave(): Promise<boolean>
}

/** The lock dies with its process, however it dies, so nobody has to clean up after one that was killed. */
export async function announce(connection: Connection): Promise<Presence> {
  const client = new pg.Client({ ...connection, application_name: 'kvarter presence' })
  // The server may be stopped from elsewhere; that is noticed by whoever asks it something.
  client.on('error', () => undefined)
  await client.connect()
  await client.query('select pg_advisory_lock_shared($1)', [presenceKey])
  return { leave: () => leave(client) }
}

async function leave(client: pg.Client): Promise<boolean> {
  try {
    await client.query('select pg_advisory_unlock_shared($1)', [presenceKey])
    const { rows } = await client.query<{ alone: boolean }>('select pg_try_advisory_lock($1) as alone', [
      presenceKey
    ])
    return rows[0]?.alone ?? false
  } catch {
    return false
  } finally {
    await client.end().catch(() => undefined)
  }
}
