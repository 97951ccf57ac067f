import { sql } from 'kysely'
import type { Id } from '#server/platform/db/ids.ts'
import type { PeriodPrecision, Qualifier } from '#server/platform/db/schema.ts'
import { leadsTo } from '#server/platform/db/slugs.ts'
import type { Db } from '#server/platform/db/write.ts'
import { NotFound } from '#server/platform/refusals.ts'
import type { KindWords } from '../kinds/kinds.ts'
import type { Actor } from '../people/actor.ts'
import { withinReach, type Reach } from '../people/reach.ts'
import { reachOf } from './finding.ts'

export type Named = { slug: string; name: string }
/** Another collaboration, and the language it is written in. */
export type Told = Named & { language: string }
export type Lifecycle = 'preparing' | 'active' | 'in_ordinary_operations' | 'ended'
export type Total = {
  subject: 'commitments' | 'completed' | 'parties' | 'participants' | 'activities'
  qualifier: Qualifier
  value: number | null
  words: string | null
  source: string
}
export type Collaboration = {
  id: Id
  version: number
  slug: string
  name: string
  purpose: string | null
  guidelines: string | null
  principles: string | null
  lifecycle: Lifecycle
  from_day: string | null
  to_day: string | null
  precision: PeriodPrecision
  authority_id: Id
  main_area_id: Id
  predecessor_id: Id | null
  contact_function: string | null
  contact_mail: string | null
  contact_phone: string | null
  language: string
  invented: boolean
  source: string | null
  reach: Reach
  audience: Reach
  kind: { code: string; words: KindWords }
  authority: Named
  /** The main area with all it lies in, the largest first; divisions that are no more are left out. */
  main_areas: Named[]
  /** "Gäller också". */
  areas: (Named & { id: Id })[]
  predecessor: Told | null
  successors: (Told & { lifecycle: Lifecycle })[]
  parents: (Told & { id: Id })[]
  parts: Told[]
  totals: Total[]
  makers: Named[]
  /** Organisations named in any role, once each. */
  named_parties: number
}

/**
 * By its slug, or by one it had before; with what stands round it. One question to the database.
 * @throws NotFound when it is not there for this reader.
 */
export async function findCollaboration(db: Db, actor: Actor, slug: string): Promise<Collaboration> {
  const { rows } = await sql<Collaboration>`
    select c.id, c.version, c.slug, c.name, c.purpose, c.guidelines, c.principles, c.lifecycle, c.from_day, c.to_day,
      c.precision, c.authority_id, c.main_area_id, c.predecessor_id, c.contact_function, c.contact_mail, c.contact_phone,
      c.language, c.invented, c.source, c.reach, c.audience,
      (select json_build_object('code', code, 'words', words) from kind where id = c.kind_id) as kind,
      (select json_build_object('slug', slug, 'name', name) from organisation where id = c.authority_id) as authority,
      (select json_agg(json_build_object('slug', a.slug, 'name', a.name) order by p.depth desc)
        from area_path p join area a on a.id = p.ancestor_id where p.area_id = c.main_area_id
          and (a.to_day is null or a.id = p.area_id)) as main_areas,
      (select coalesce(json_agg(json_build_object('id', a.id, 'slug', a.slug, 'name', a.name) order by a.name), '[]')
        from collaboration_area ca join area a on a.id = ca.area_id where ca.collaboration_id = c.id) as areas,
      (select json_build_object('slug', e.slug, 'name', e.name, 'language', e.language) from collaboration e
        where e.id = c.predecessor_id and ${reachOf(actor, 'e')}) as predecessor,
      (select coalesce(json_agg(json_build_object('slug', l.slug, 'name', l.name, 'language', l.language, 'lifecycle', l.lifecycle) order by l.from_day), '[]')
        from collaboration l where l.predecessor_id = c.id and ${reachOf(actor, 'l')}) as successors,
      (select coalesce(json_agg(json_build_object('id', u.id, 'slug', u.slug, 'name', u.name, 'language', u.language) order by u.name), '[]')
        from collaboration_parent cp join collaboration u on u.id = cp.parent_id
        where cp.collaboration_id = c.id and ${reachOf(actor, 'u')}) as parents,
      (select coalesce(json_agg(json_build_object('slug', d.slug, 'name', d.name, 'language', d.language) order by d.name), '[]')
        from collaboration_parent cp join collaboration d on d.id = cp.collaboration_id
        where cp.parent_id = c.id and ${reachOf(actor, 'd')}) as parts,
      (select coalesce(json_agg(json_build_object('subject', t.subject, 'qualifier', t.qualifier, 'value', t.value,
          'words', t.words, 'source', t.source) order by t.subject), '[]')
        from stated_total t where t.collaboration_id = c.id) as totals,
      (select coalesce(json_agg(json_build_object('slug', o.slug, 'name', o.name) order by o.name), '[]')
        from party p join organisation o on o.id = p.organisation_id where p.collaboration_id = c.id and p.role = 'maker') as makers,
      (select count(distinct organisation_id) from party p where p.collaboration_id = c.id) as named_parties
    from collaboration c
    where c.id = ${leadsTo('collaboration', slug)}
      and ${reachOf(actor, 'c')}`.execute(db)
  if (!rows[0]) throw new NotFound('collaboration')
  return rows[0]
}

export type CollaborationFilter = { area?: string; kind?: string; after?: string; limit?: number }
export type ListedCollaboration = Pick<
  Collaboration,
  | 'id'
  | 'slug'
  | 'name'
  | 'language'
  | 'lifecycle'
  | 'from_day'
  | 'to_day'
  | 'precision'
  | 'invented'
  | 'audience'
> & { words: KindWords; area: string; commitments: number }

const orderOf = (alias: 'c' | 'k') => {
  const of = sql.raw(alias)
  return sql`array_position(array['active', 'preparing', 'in_ordinary_operations', 'ended'], ${of}.lifecycle),
    ${of}.name collate "sv-x-icu", ${of}.id`
}

/**
 * Those in progress first, then those being prepared, in ordinary operations, and ended; each by Swedish alphabet. In an
 * area: those for it, or for what lies in it. `after` is the slug of the last one shown before; one more than `limit`
 * comes when there are more.
 */
export async function listCollaborations(
  db: Db,
  actor: Actor,
  { area, kind, after, limit = 60 }: CollaborationFilter = {}
) {
  const inArea = area
    ? sql`exists (select from area_path p join area a on a.id = p.ancestor_id where a.slug = ${area} and (p.area_id = c.main_area_id
        or exists (select from collaboration_area ca where ca.collaboration_id = c.id and ca.area_id = p.area_id)))`
    : sql`true`
  const { rows } = await sql<ListedCollaboration>`
    select c.id, c.slug, c.name, c.language, c.lifecycle, c.from_day, c.to_day, c.precision, c.invented, c.audience, kind.words, area.name as area,
      (select count(*) from commitment t where t.collaboration_id = c.id
        and ${withinReach(actor, { audience: 't.audience', collaboration: 't.collaboration_id', owner: 't.owner_id' })}) as commitments
    from collaboration c join kind on kind.id = c.kind_id join area on area.id = c.main_area_id
    where ${reachOf(actor, 'c')} and ${inArea} and ${kind ? sql`kind.code = ${kind}` : sql`true`}
      and ${after ? sql`(${orderOf('c')}) > (select ${orderOf('k')} from collaboration k where k.slug = ${after} and ${reachOf(actor, 'k')})` : sql`true`}
    order by ${orderOf('c')} limit ${limit + 1}`.execute(db)
  return rows
}

/** What the list can be narrowed to: areas and kinds that have a collaboration this reader sees. */
export async function listFilters(db: Db, actor: Actor) {
  const [areas, kinds] = await Promise.all([
    sql<Named>`
      select a.slug, a.name from area a where a.id in (
        select p.ancestor_id from collaboration c join area_path p on p.area_id = c.main_area_id where ${reachOf(actor, 'c')})
      order by a.name collate "sv-x-icu" limit 300`.execute(db),
    sql<{ code: string; words: KindWords }>`
      select k.code, k.words from kind k
      where exists (select from collaboration c where c.kind_id = k.id and ${reachOf(actor, 'c')}) order by k.code`.execute(
      db
    )
  ])
  return { areas: areas.rows, kinds: kinds.rows }
}
