import { sql } from 'kysely'
import type { Id } from '#server/platform/db/ids.ts'
import type { Db } from '#server/platform/db/write.ts'

export type Similar = {
  id: Id
  number: number
  title: string
  stage: string
  collaboration: { name: string; slug: string; language: string }
  /** The organisation that carries or answers for it. */
  organisation: string | null
}

/** What one is compared by: its words, and where it is to be. */
export type Likeness = { words: string; areas: Id[]; except?: Id | null }

const candidates = 400
const shown = 5
const longest = 2_000

/** How close areas are to the given ones: themselves, above or within them; then their neighbours under the same area. */
const near = (areas: Id[]) => sql`
  select p.area_id, 2 as closeness from area_path p where p.ancestor_id = any(${areas}::uuid[])
  union select p.ancestor_id, 2 from area_path p where p.area_id = any(${areas}::uuid[])
  union select sibling.area_id, 1 from area_parent own join area_parent sibling using (parent_id)
    where own.area_id = any(${areas}::uuid[])`
/** Proposed to go on from one before: that is the same deed, and goes on already. */
const toContinue = sql`(c.stage = 'proposed' and exists (select from lineage where later_id = c.id and kind = 'continues'))`
const told = sql`c.id, c.number, c.title, c.stage, o.name as organisation,
  json_build_object('slug', k.slug, 'name', k.name, 'language', k.language) as collaboration`

/**
 * Public commitments nearby that are about much the same, the likest first: those that share telling words and hold for
 * the same areas, areas above or within them, or their neighbours under the same area. What is discontinued is left out, and
 * what is only proposed to continue another.
 */
export async function similarNearby(db: Db, { words, areas, except = null }: Likeness): Promise<Similar[]> {
  if (words.trim() === '' || areas.length === 0) return []
  const { rows } = await sql<Similar>`
    with asked as materialized (
      select string_agg(quote_literal(lexeme), ' | ')::tsquery as q
      from unnest(to_tsvector('swedish', ${words.slice(0, longest)}))
    ),
    near as materialized (${near(areas)}),
    candidate as materialized (
      select d.subject_id as id, ts_rank('{0, 0.1, 0.3, 1}', d.words, (select q from asked)) as likeness
      from search_document d
      where d.kind = 'commitment' and d.audience = 'public' and d.words @@ (select q from asked) limit ${candidates}
    )
    select ${told}
    from candidate
    join commitment c on c.id = candidate.id
    join collaboration k on k.id = c.collaboration_id
    left join organisation o on o.id = c.owner_id
    join lateral (select max(near.closeness) as closeness from commitment_area a join near using (area_id)
      where a.commitment_id = c.id) place on place.closeness is not null
    where c.stage <> 'discontinued' and not ${toContinue} and c.id is distinct from ${except}::uuid
    order by candidate.likeness * place.closeness desc, c.title collate "sv-x-icu", c.id
    limit ${shown}`.execute(db)
  return rows
}

/**
 * What `similarNearby` would choose among, for whoever has words that are not to reach the database: the closest and
 * latest, some hundreds, with their wording.
 */
export async function publicNearby(
  db: Db,
  { areas, except = null }: Omit<Likeness, 'words'>
): Promise<(Similar & { wording: string | null })[]> {
  const { rows } = await sql<Similar & { wording: string | null }>`
    with near as materialized (${near(areas)})
    select ${told}, w.wording
    from (select a.commitment_id, max(near.closeness) as closeness from near join commitment_area a using (area_id)
      group by a.commitment_id) place
    join commitment c on c.id = place.commitment_id
    join collaboration k on k.id = c.collaboration_id
    left join commitment_wording w on w.id = c.wording_id
    left join organisation o on o.id = c.owner_id
    where c.audience = 'public' and c.stage <> 'discontinued' and not ${toContinue} and c.id is distinct from ${except}::uuid
    order by place.closeness desc, c.id desc
    limit ${candidates}`.execute(db)
  return rows
}
