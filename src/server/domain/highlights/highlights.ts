import { sql } from 'kysely'
import type { Id } from '#server/platform/db/ids.ts'
import type { Degree } from '#server/platform/db/schema.ts'
import type { Db } from '#server/platform/db/write.ts'
import type { Actor } from '../people/actor.ts'
import { can } from '../reports/permissions.ts'
import type { About } from '../reports/refs.ts'

export type Telling = {
  report_id: Id
  item_id: Id
  about: About
  running: boolean
  number: number | null
  title: string | null
  organisation_name: string
  organisation_slug: string
  round_slug: string
  round_name: string
  degree: Degree | null
  lifted: boolean
}

const tellings = sql`
  select r.id as report_id, i.id as item_id, i.about, i.running, c.number, c.title, o.name as organisation_name,
    o.slug as organisation_slug, round.slug as round_slug, round.name as round_name, r.degree, r.highlight as lifted
  from report r
  join round_item i on i.id = r.item_id
  join round on round.id = r.round_id
  join organisation o on o.id = r.organisation_id
  left join commitment c on c.id = r.commitment_id`

/** The deed that a report tells of, with who else does; null when it is not lifted out. Ask as its coordinator. */
export async function findDeed(db: Db, report: { highlight_id: Id | null }) {
  if (!report.highlight_id) return null
  const deed = await db
    .selectFrom('highlight')
    .select(['id', 'version', 'title', 'wording', 'figures_from_id'])
    .where('id', '=', report.highlight_id)
    .executeTakeFirst()
  if (!deed) return null
  const { rows } = await sql<Telling>`${tellings} where r.highlight_id = ${deed.id}
    order by round.opened_at, c.number nulls last, o.name`.execute(db)
  return { ...deed, told: rows }
}

type Whose = { id: Id; round_id: Id; collaboration_id: Id; highlight_id: Id | null }

/**
 * Accepted answers that may tell of the same deed: those lifted out, and those of the same round. None for those who do
 * not coordinate it.
 */
export async function listJoinable(db: Db, actor: Actor, report: Whose): Promise<Telling[]> {
  if (!can(actor, report).highlight) return []
  const { rows } = await sql<Telling>`${tellings}
    where r.collaboration_id = ${report.collaboration_id} and r.accepted_version_id is not null and r.id <> ${report.id}
      and (r.highlight_id is null or r.highlight_id is distinct from ${report.highlight_id})
      and (r.highlight or r.round_id = ${report.round_id})
    order by r.highlight desc, c.number nulls last, o.name, round.opened_at desc limit 1000`.execute(db)
  return rows
}
