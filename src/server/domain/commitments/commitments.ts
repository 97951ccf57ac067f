import { sql, type RawBuilder } from 'kysely'
import type { Id } from '#server/platform/db/ids.ts'
import type { PeriodPrecision } from '#server/platform/db/schema.ts'
import { leadsTo } from '#server/platform/db/slugs.ts'
import type { Db } from '#server/platform/db/write.ts'
import { NotFound } from '#server/platform/refusals.ts'
import type { Lifecycle, Named, Told } from '../collaborations/collaborations.ts'
import type { KindWords } from '../kinds/kinds.ts'
import type { Actor } from '../people/actor.ts'
import { withinReach, type Reach } from '../people/reach.ts'
import { commitmentReach } from './finding.ts'

export type Wording = { number: number; wording: string; reason: string | null; typo: boolean; at: string }
export type Target = {
  id: Id
  version: number
  qualifier: 'at_least' | 'on_average' | 'aims_for'
  value: number
  unit: string
  per: 'week' | 'month' | 'quarter' | 'year' | 'period'
  alternatives: string[]
}
export type Kin = {
  id: Id
  kind: 'continues' | 'spun_off' | 'merged_into'
  number: number
  title: string
  stage: string
  collaboration: Told
}
export type Commitment = {
  id: Id
  version: number
  number: number
  title: string
  lead_id: Id | null
  answerer_id: Id | null
  owner_id: Id | null
  responsible: string | null
  stage: string
  stage_reason: string | null
  from_day: string | null
  to_day: string | null
  precision: PeriodPrecision
  target_group: string | null
  initiated_by: string | null
  labels: string[]
  on_the_way: boolean
  reach: Reach
  audience: Reach
  collaboration: {
    id: Id
    slug: string
    name: string
    lifecycle: Lifecycle
    invented: boolean
    language: string
    audience: Reach
    main_area_id: Id
    kind: { words: KindWords }
    main_areas: Named[]
  }
  owner: Named | null
  carried_by: (Told & { id: Id }) | null
  wordings: Wording[]
  targets: Target[]
  objectives: { id: Id; title: string; main: boolean }[]
  areas: (Named & { id: Id })[]
  parties: (Named & { id: Id; role: 'co_actor' | 'initiator' | 'funder' })[]
  earlier: Kin[]
  later: Kin[]
}

/** What it comes from, or what came of it, as far as this reader sees. */
const kin = (
  actor: Actor,
  other: 'earlier_id' | 'later_id',
  own: 'earlier_id' | 'later_id'
): RawBuilder<Kin[]> => sql`
  (select coalesce(json_agg(json_build_object('id', k.id, 'kind', l.kind, 'number', k.number, 'title', k.title, 'stage', k.stage,
      'collaboration', json_build_object('slug', kc.slug, 'name', kc.name, 'language', kc.language)) order by kc.from_day, k.number), '[]')
    from lineage l join commitment k on k.id = ${sql.ref(`l.${other}`)} join collaboration kc on kc.id = k.collaboration_id
    where ${sql.ref(`l.${own}`)} = c.id and ${commitmentReach(actor, 'k')})`

/**
 * A commitment by its collaboration's slug and its number, with its words, aims, ties and lineage. One question.
 * @throws NotFound when it, or its collaboration, is not there for this reader.
 */
export async function findCommitment(
  db: Db,
  actor: Actor,
  slug: string,
  number: number
): Promise<Commitment> {
  const { rows } = await sql<Commitment>`
    select c.id, c.version, c.number, c.title, c.lead_id, c.answerer_id, c.owner_id, c.responsible, c.stage, c.stage_reason,
      c.from_day, c.to_day, c.precision, c.target_group, c.initiated_by, c.labels, c.on_the_way, c.reach, c.audience,
      json_build_object('id', b.id, 'slug', b.slug, 'name', b.name, 'lifecycle', b.lifecycle, 'invented', b.invented,
        'language', b.language, 'audience', b.audience, 'main_area_id', b.main_area_id,
        'kind', (select json_build_object('words', words) from kind where id = b.kind_id),
        'main_areas', (select json_agg(json_build_object('slug', a.slug, 'name', a.name) order by p.depth desc)
          from area_path p join area a on a.id = p.ancestor_id where p.area_id = b.main_area_id
          and (a.to_day is null or a.id = p.area_id))) as collaboration,
      (select json_build_object('slug', slug, 'name', name) from organisation where id = c.owner_id) as owner,
      (select json_build_object('id', d.id, 'slug', d.slug, 'name', d.name, 'language', d.language) from collaboration d where d.id = c.carried_by_id
        and ${withinReach(actor, { audience: 'd.audience', collaboration: 'd.id', owner: 'd.authority_id' })}) as carried_by,
      (select coalesce(json_agg(json_build_object('number', w.number, 'wording', w.wording, 'reason', w.reason, 'typo', w.typo, 'at', w.at)
        order by w.number desc), '[]') from commitment_wording w where w.commitment_id = c.id) as wordings,
      (select coalesce(json_agg(json_build_object('id', t.id, 'version', t.version, 'qualifier', t.qualifier, 'value', t.value,
        'unit', t.unit, 'per', t.per, 'alternatives', t.alternatives) order by t.id), '[]') from target t where t.commitment_id = c.id) as targets,
      (select coalesce(json_agg(json_build_object('id', o.id, 'title', o.title, 'main', co.main) order by co.main desc, o.sort), '[]')
        from commitment_objective co join objective o on o.id = co.objective_id where co.commitment_id = c.id) as objectives,
      (select coalesce(json_agg(json_build_object('id', a.id, 'slug', a.slug, 'name', a.name) order by a.name), '[]')
        from commitment_area ca join area a on a.id = ca.area_id where ca.commitment_id = c.id) as areas,
      (select coalesce(json_agg(json_build_object('id', o.id, 'slug', o.slug, 'name', o.name, 'role', p.role) order by o.name), '[]')
        from commitment_party p join organisation o on o.id = p.organisation_id where p.commitment_id = c.id) as parties,
      ${kin(actor, 'earlier_id', 'later_id')} as earlier,
      ${kin(actor, 'later_id', 'earlier_id')} as later
    from commitment c join collaboration b on b.id = c.collaboration_id
    where b.id = ${leadsTo('collaboration', slug)}
      and c.number = ${number}
      and ${withinReach(actor, { audience: 'b.audience', collaboration: 'b.id', owner: 'b.authority_id' })}
      and ${commitmentReach(actor, 'c')}`.execute(db)
  if (!rows[0]) throw new NotFound('commitment')
  return rows[0]
}
