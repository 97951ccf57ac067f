import { sql } from 'kysely'
import type { Id } from '#server/platform/db/ids.ts'
import type { Degree, Qualifier } from '#server/platform/db/schema.ts'
import type { Db } from '#server/platform/db/write.ts'
import type { Actor } from '../people/actor.ts'
import { countedOnce, withoutReplaced } from '../figures/joined.ts'
import { answerWithinReach } from '../people/reach.ts'

type ToldFigure = { unit: string; qualifier: Qualifier; value: number | null; words: string | null }

export type Happening = {
  commitment_id: Id
  number: number
  title: string
  stage: string
  degree: Degree
  highlight: boolean
  /** As the public reads it. */
  told: string
  lead: string | null
  parties: string[]
  objective_id: Id | null
  figures: ToldFigure[]
}

/**
 * What has been done and told of, as this reader may see it: what was lifted out first, then of the
 * latest accepted those with figures.
 */
export async function listHappenings(
  db: Db,
  actor: Actor,
  collaboration: Id,
  limit = 5
): Promise<Happening[]> {
  const { rows } = await sql<Happening>`
    select c.id as commitment_id, c.number, coalesce(r.deed_title, c.title) as title, c.stage, r.degree, r.highlight, r.told, lead.name as lead,
      (select coalesce(json_agg(distinct o.name), '[]') from organisation o where o.id in (
          select organisation_id from commitment_party where commitment_id = c.id and role = 'co_actor'
          union select mate.lead_id from commitment mate where mate.id = any(r.told_with))) as parties,
      (select objective_id from commitment_objective where commitment_id = c.id and main) as objective_id,
      (select coalesce(json_agg(json_build_object('unit', m.unit, 'qualifier', f.qualifier, 'value', f.value, 'words', f.words)
          order by f.sort), '[]')
        from figure f join measure m on m.id = f.measure_id where f.report_version_id = r.accepted_version_id) as figures
    from (
      select r.*, coalesce(r.deed_wording, w.wording, v.done) as told,
        exists (select from figure f where f.report_version_id = r.accepted_version_id) as counted
      from (
        select * from (
          select distinct on (coalesce(r.highlight_id, r.id)) r.id, r.commitment_id, r.degree, r.highlight, r.accepted_at,
            r.accepted_version_id, h.title as deed_title, h.wording as deed_wording,
            array_agg(r.commitment_id) over (partition by coalesce(r.highlight_id, r.id)) as told_with
          from report r left join highlight h on h.id = r.highlight_id
          where r.commitment_id is not null and r.collaboration_id = ${collaboration} and r.degree not in ('not_begun', 'not_carried_out')
          and ${answerWithinReach(actor, { audience: 'r.audience', collaboration: 'r.collaboration_id', owner: 'r.organisation_id' })}
          order by coalesce(r.highlight_id, r.id), r.id = h.figures_from_id desc nulls last, r.accepted_at
        ) r
        order by r.highlight desc, r.accepted_at desc, r.id limit 40
      ) r
      join report_version v on v.id = r.accepted_version_id
      left join public_wording w on w.report_version_id = v.id
      where not v.no_change and coalesce(r.deed_wording, w.wording, v.done) is not null
      order by r.highlight desc, counted desc, r.accepted_at desc limit ${limit}
    ) r
    join commitment c on c.id = r.commitment_id
    left join organisation lead on lead.id = c.lead_id
    order by r.highlight desc, r.counted desc, r.accepted_at desc, c.number`.execute(db)
  return rows
}

export type HappenedFigure = ToldFigure & {
  measure_id: Id
  rule: string
  scope: 'this_period' | 'so_far'
  number: number
  measure_unit: string
  report_id: Id
  highlight_id: Id | null
  figures_from_id: Id | null
}

/**
 * The figures of what was ever lifted out, each deed's once, oldest first, to be put together by their rules: of all its
 * rounds, also those in which nobody lifted it, or a sum would tell of one half-year only.
 */
export async function listLiftedFigures(db: Db, actor: Actor, collaboration: Id): Promise<HappenedFigure[]> {
  const { rows } = await sql<HappenedFigure>`
    select coalesce(t.id, m.id) as measure_id, m.unit, coalesce(t.unit, m.unit) as measure_unit, coalesce(t.rule, m.rule) as rule,
      f.scope, f.qualifier, f.value, f.words, c.number, r.id as report_id, r.highlight_id, h.figures_from_id
    from report r
    join commitment c on c.id = r.commitment_id
    join figure f on f.report_version_id = r.accepted_version_id
    join measure m on m.id = f.measure_id
    left join measure t on t.id = m.merged_into_id
    left join highlight h on h.id = r.highlight_id
    where r.collaboration_id = ${collaboration} and r.accepted_at is not null
      and exists (select from report lifted where lifted.commitment_id = r.commitment_id and lifted.highlight and lifted.accepted_at is not null)
      and ${answerWithinReach(actor, { audience: 'r.audience', collaboration: 'r.collaboration_id', owner: 'r.organisation_id' })}
    order by r.accepted_at, c.number, f.sort`.execute(db)
  return withoutReplaced(countedOnce(rows), {
    teller: ({ number }) => number,
    answer: ({ report_id }) => report_id
  })
}
