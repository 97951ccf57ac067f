import { sql } from 'kysely'
import type { Db } from '#server/platform/db/write.ts'
import type { Publication } from './publications.ts'
import { listRemoved } from './blocks/putting-back.ts'

/** What those who compile a report have beside it: where answers wait for them, and what they took out of it. */
export async function workbenchOf(db: Db, { id, collaboration_id }: Publication) {
  const { rows } = await sql<{ slug: string; name: string; count: number }>`
    select o.slug, o.name, count(*)::int as count from report r join round o on o.id = r.round_id
    where r.collaboration_id = ${collaboration_id} and r.state = 'submitted'
    group by o.id order by o.opened_at desc, o.id`.execute(db)
  return { waiting: rows, removed: await listRemoved(db, id) }
}
export type Workbench = Awaited<ReturnType<typeof workbenchOf>>
