import { sql } from 'kysely'
import { now } from '#server/platform/clock.ts'
import type { Id } from '#server/platform/db/ids.ts'
import type { Db } from '#server/platform/db/write.ts'
import { NotAllowed } from '#server/platform/refusals.ts'
import type { Actor } from '../../people/actor.ts'
import { can } from '../permissions.ts'
import type { Publication } from '../publications.ts'

/** So long somebody is said to write there; longer than two savings of a text are apart. */
const justNowMs = 10 * 60_000

export type Writer = { block: Id; who: string; at: Date; isProse: boolean }

/**
 * Who else has saved which block just now, as history tells: the latest of each, the latest first. Whoever moved it has
 * not written in it. For those who compile the report.
 */
export async function listWriters(db: Db, actor: Actor, publication: Publication): Promise<Writer[]> {
  if (!can(actor, publication).change) throw new NotAllowed()
  const { rows } = await sql<Writer>`
    select * from (
      select distinct on (b.id, p.id) b.id as block, p.name as who, h.at, b.kind = 'prose' as "isProse"
      from block b
      join history h on h.table_name = 'block' and h.row_id = b.id::text and h.operation = 'update'
      join person p on p.id = (h.actor ->> 'person')::uuid
      where b.publication_id = ${publication.id} and h.at > ${new Date(now().getTime() - justNowMs)}
        and h.before ->> 'version' is distinct from h.after ->> 'version' and p.id is distinct from ${actor.person?.id ?? null}
      order by b.id, p.id, h.at desc
    ) writers order by at desc`.execute(db)
  return rows
}
