import { sql } from 'kysely'
import type { Id } from '#server/platform/db/ids.ts'
import type { Db } from '#server/platform/db/write.ts'
import type { Actor } from '../people/actor.ts'
import type { Lifecycle } from './collaborations.ts'
import { collaborationReach } from './finding.ts'

export type Mine = {
  slug: string
  name: string
  lifecycle: Lifecycle
  as: 'coordinator' | 'party' | 'reader'
}

const longestList = 50

/** The collaborations the actor has to do with and may see, those that go on first; by what most closely ties them to it. */
export async function listMine(db: Db, actor: Actor): Promise<Mine[]> {
  const among = (ids: 'all' | Id[]) => (ids === 'all' ? sql`true` : sql`id = any(${ids}::uuid[])`)
  const { rows } = await sql<Mine>`
    select slug, name, lifecycle,
      case when ${among(actor.coordinates)} then 'coordinator' when ${among(actor.partyIn)} then 'party' else 'reader' end as "as"
    from collaboration
    where (${among(actor.reads)} or ${among(actor.partyIn)}) and ${collaborationReach(actor)}
    order by lifecycle = 'ended', name collate "sv-x-icu" limit ${longestList}`.execute(db)
  return rows
}
