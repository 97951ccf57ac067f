import { sql } from 'kysely'
import type { Id } from '#server/platform/db/ids.ts'
import type { Degree } from '#server/platform/db/schema.ts'
import type { Db } from '#server/platform/db/write.ts'
import type { Actor } from '../../people/actor.ts'
import { answerWithinReach, withinReach, type Reach } from '../../people/reach.ts'

/** A commitment with what may be told of it, latest accepted answer first of all. */
export type Answer = {
  id: Id
  number: number
  title: string
  objective_id: Id | null
  on_the_way: boolean
  stage: string
  stage_reason: string | null
  lead: string | null
  parties: string[]
  places: string[]
  degree: Degree | null
  highlight: boolean
  report_id: Id | null
  /** The deed it tells of, maybe together with others, in the coordinator's words where there are any. */
  highlight_id: Id | null
  deed_title: string | null
  deed_wording: string | null
  figures_from_id: Id | null
  version_id: Id | null
  text: string | null
  contributed: string | null
  reason: string | null
}

type Asked = { collaboration: Id; audience: Reach; mainArea: Id }

/** What the reader may see of every commitment. "No change" tells what was told before; an edited wording stands for all. */
export async function answersOf(
  db: Db,
  reader: Actor,
  { collaboration, audience, mainArea }: Asked
): Promise<Answer[]> {
  const publishable = audience === 'public' ? sql`v.publishable` : sql`true`
  const seen = sql`r.commitment_id = c.id and r.accepted_version_id is not null and ${publishable}
    and ${answerWithinReach(reader, { audience: 'r.audience', collaboration: 'r.collaboration_id', owner: 'r.organisation_id' })}`
  const { rows } = await sql<Answer>`
    select c.id, c.number, c.title, o.objective_id, c.on_the_way, c.stage, c.stage_reason, lead.name as lead,
      coalesce((select array_agg(distinct org.name collate "sv-x-icu" order by org.name collate "sv-x-icu") from commitment_party cp
        join organisation org on org.id = cp.organisation_id
        where cp.commitment_id = c.id and cp.role = 'co_actor' and cp.organisation_id is distinct from c.lead_id), '{}') as parties,
      coalesce((select array_agg(a.name order by a.name collate "sv-x-icu") from commitment_area ca join area a on a.id = ca.area_id
        where ca.commitment_id = c.id and a.id <> ${mainArea}), '{}') as places,
      latest.degree, coalesce(latest.highlight, false) as highlight,
      latest.report_id, latest.highlight_id, latest.deed_title, latest.deed_wording, latest.figures_from_id, told.version_id, told.text, told.contributed, latest.reason
    from commitment c
    left join organisation lead on lead.id = c.lead_id
    left join commitment_objective o on o.commitment_id = c.id and o.main
    left join lateral (
      select r.degree, r.highlight, v.reason, r.id as report_id, h.id as highlight_id, h.title as deed_title,
        h.wording as deed_wording, h.figures_from_id
      from report r join report_version v on v.id = r.accepted_version_id left join highlight h on h.id = r.highlight_id
      where ${seen} order by r.accepted_at desc limit 1) latest on true
    left join lateral (
      select v.id as version_id, coalesce(w.wording, v.done) as text,
        case when w.wording is null then v.contributed end as contributed
      from report r join report_version v on v.id = r.accepted_version_id
      left join public_wording w on w.report_version_id = v.id
      where ${seen} order by v.no_change, r.accepted_at desc limit 1) told on true
    where c.collaboration_id = ${collaboration}
      and ${withinReach(reader, { audience: 'c.audience', collaboration: 'c.collaboration_id', owner: 'c.owner_id' })}
    order by c.number`.execute(db)
  return rows
}

type Version = {
  id: Id
  commitment_id: Id
  number: number
  title: string
  report_id: Id
  highlight_id: Id | null
  figures_from_id: Id | null
}

/** Every accepted version the reader may see, oldest first: what figures are added from. */
export async function versionsOf(db: Db, reader: Actor, { collaboration, audience }: Asked) {
  const { rows } = await sql<Version>`
    select v.id, c.id as commitment_id, c.number, c.title, r.id as report_id, r.highlight_id, h.figures_from_id
    from report r join report_version v on v.id = r.accepted_version_id join commitment c on c.id = r.commitment_id
    left join highlight h on h.id = r.highlight_id
    where r.collaboration_id = ${collaboration} and ${audience === 'public' ? sql`v.publishable` : sql`true`}
      and ${answerWithinReach(reader, { audience: 'r.audience', collaboration: 'r.collaboration_id', owner: 'r.organisation_id' })}
      and ${withinReach(reader, { audience: 'c.audience', collaboration: 'c.collaboration_id', owner: 'c.owner_id' })}
    order by r.accepted_at, v.id`.execute(db)
  return rows
}
