import { sql } from 'kysely'
import type { Degree } from '#server/platform/db/schema.ts'
import type { Id } from '#server/platform/db/ids.ts'
import type { Db } from '#server/platform/db/write.ts'
import { listFigures } from '../figures/figures.ts'
import type { LinkActor } from '../links/links.ts'
import type { Item } from './items.ts'

export type LastRow = {
  commitment_id: Id
  item_id: Id
  version_id: Id
  degree: Degree
  reason: string | null
  done: string | null
  accepted_at: Date
  round_name: string
  organisation_name: string
  /** By the link's own organisation; else as residents read it. */
  own: boolean
}

/**
 * What was accepted last of each promise, before the answer that is written now: the own organisation's, or what is
 * public of another's.
 */
export async function lastAnswers(db: Db, actor: LinkActor, items: Item[]): Promise<Map<Id, LastRow>> {
  const asked = items.filter(({ commitment_id }) => commitment_id !== null)
  if (asked.length === 0) return new Map()
  const { rows } = await sql<LastRow>`
    select distinct on (i.id) i.id as item_id, r.commitment_id, v.id as version_id, v.degree, v.reason,
      case when r.organisation_id = ${actor.errand.organisation.id} then v.done else coalesce(p.wording, v.done) end as done,
      r.accepted_at, round.name as round_name, o.name as organisation_name,
      r.organisation_id = ${actor.errand.organisation.id} as own
    from round_item i
    left join report mine on mine.item_id = i.id
    join report r on r.commitment_id = i.commitment_id and r.item_id <> i.id
      and (mine.submitted_at is null or r.accepted_at < mine.submitted_at)
    join report_version v on v.id = r.accepted_version_id
    left join public_wording p on p.report_version_id = v.id
    join round on round.id = r.round_id
    join organisation o on o.id = r.organisation_id
    where i.id = any(${asked.map(({ id }) => id)}::uuid[])
      and (r.organisation_id = ${actor.errand.organisation.id} or r.audience = 'public')
    order by i.id, r.accepted_at desc, r.id desc`.execute(db)
  return new Map(rows.map((row) => [row.item_id, row]))
}

/** The same with its figures. */
export const withFigures = async (db: Db, last: LastRow) => ({
  ...last,
  figures: await listFigures(db, [last.version_id])
})
