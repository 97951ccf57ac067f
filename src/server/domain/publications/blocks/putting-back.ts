import { sql } from 'kysely'
import type { Id } from '#server/platform/db/ids.ts'
import type { Db, Tx } from '#server/platform/db/write.ts'
import { recordFact } from '#server/platform/facts.ts'
import type { Actor } from '../../people/actor.ts'
import { findTheirs } from './rows.ts'
import { settleOrder } from '../ordering.ts'
import type { Block } from '../publications.ts'

export type Removed = Pick<Block, 'id' | 'kind' | 'heading' | 'prose' | 'settings' | 'sort'> & {
  at: Date
  by: string | null
}

/** Blocks that were taken away from the publication and are not there now, the latest first. Ask as one who compiles it. */
export async function listRemoved(db: Db, publication: Id): Promise<Removed[]> {
  const { rows } = await sql<Removed>`
    select * from (
      select distinct on (f.parameters ->> 'block') h.row_id as id, h.before ->> 'kind' as kind, h.before ->> 'heading' as heading,
        h.before ->> 'prose' as prose, h.before -> 'settings' as settings, (h.before ->> 'sort')::int as sort, h.at, p.name as by
      from fact f
      join history h on h.table_name = 'block' and h.row_id = f.parameters ->> 'block' and h.operation = 'delete'
      left join person p on p.id = (h.actor ->> 'person')::uuid
      where f.code = 'publication.block_removed' and f.subject_kind = 'publication' and f.subject_id = ${publication}
        and h.before ->> 'publication_id' = ${publication}
        and not exists (select from block b where b.id::text = h.row_id)
      order by f.parameters ->> 'block', h.at desc
    ) removed order by at desc limit 50`.execute(db)
  return rows
}

/** As it was, where it was. Sent twice it does nothing more. */
export async function putBack(tx: Tx, actor: Actor, publication: Id, id: Id): Promise<void> {
  const { blocks } = await findTheirs(tx, actor, publication, 'change')
  const block = (await listRemoved(tx, publication)).find((removed) => removed.id === id)
  if (!block) return
  const { kind, heading, prose, settings, sort } = block
  const kept = JSON.stringify(settings)
  await tx
    .insertInto('block')
    .values({
      id,
      version: await nextVersion(tx, id),
      publication_id: publication,
      kind,
      heading,
      prose,
      sort,
      settings: kept
    })
    .execute()
  const order = blocks.map((other) => other.id)
  order.splice(blocks.filter((other) => other.sort < sort).length, 0, id)
  await settleOrder(tx, 'block', publication, order)
  await recordFact(
    tx,
    'publication.block_put_back',
    { kind: 'publication', id: publication },
    { kind, block: id }
  )
}

/** A version is never used again: a form that was open since before would take it for its own. */
async function nextVersion(tx: Tx, id: Id): Promise<number> {
  const { rows } = await sql<{
    next: number
  }>`select max((before ->> 'version')::int) + 1 as next from history
    where table_name = 'block' and row_id = ${id} and before is not null`.execute(tx)
  return rows[0]?.next ?? 1
}
