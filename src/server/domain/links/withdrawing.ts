import { sql } from 'kysely'
import { now } from '#server/platform/clock.ts'
import type { Id } from '#server/platform/db/ids.ts'
import type { Tx } from '#server/platform/db/write.ts'

/** The link and all that were made from it open nothing more. Gives whether any of them did. */
export async function withdrawWithForwarded(tx: Tx, id: Id): Promise<boolean> {
  const { rows } = await sql`
    with recursive gone as (
      select id from link where id = ${id}
      union
      select link.id from link join gone on link.forwarded_from_id = gone.id
    )
    update link set withdrawn_at = ${now()}
    where id in (select id from gone) and withdrawn_at is null
    returning id`.execute(tx)
  return rows.length > 0
}
