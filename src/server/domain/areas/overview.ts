import { sql } from 'kysely'
import type { Id } from '#server/platform/db/ids.ts'
import type { Db } from '#server/platform/db/write.ts'
import type { KindWords } from '../kinds/kinds.ts'
import { listObjectives } from '../objectives/objectives.ts'
import type { Actor } from '../people/actor.ts'
import { withinReach, type Reach } from '../people/reach.ts'
import { quarterOf, type QuarterFacts } from '../reports/quarters.ts'
import { listAreasAbove, type Area } from './areas.ts'

export type Above = { area: { id: Id; slug: string; name: string }; quarter: QuarterFacts }

/** What holds for the larger areas that an area lies in, and not for it alone: the nearest first, the empty left out. */
export async function quartersAbove(db: Db, actor: Actor, area: Pick<Area, 'id'>): Promise<Above[]> {
  const above = (await listAreasAbove(db, area.id)).toReversed()
  const found: Above[] = []
  for (const larger of above) {
    const quarter = await quarterOf(db, actor, { tiedTo: larger.id, apartFrom: area.id })
    if (quarter.total > 0) found.push({ area: larger, quarter })
  }
  return found
}

export type ListedCollaboration = {
  id: Id
  slug: string
  name: string
  language: string
  lifecycle: 'preparing' | 'active' | 'in_ordinary_operations' | 'ended'
  from_day: string | null
  to_day: string | null
  precision: string
  invented: boolean
  audience: Reach
  words: KindWords
  contact_function: string | null
  contact_mail: string | null
  contact_phone: string | null
  /** In the area itself or within it; otherwise in a larger area it lies in. */
  here: boolean
}

/** Collaborations in the area, within it, or in a larger area it lies in; what goes on first, then the latest. */
export async function listCollaborationsOf(
  db: Db,
  actor: Actor,
  area: Id,
  limit = 50
): Promise<ListedCollaboration[]> {
  const { rows } = await sql<ListedCollaboration>`
    with near as (
      select area_id as id, true as here from area_path where ancestor_id = ${area}
      union all select ancestor_id, false from area_path where area_id = ${area} and depth > 0
    ),
    tied as (
      select k.id, near.here from near join collaboration k on k.main_area_id = near.id
      union all
      select a.collaboration_id, near.here from near join collaboration_area a on a.area_id = near.id
    ),
    found as (select id, bool_or(here) as here from tied group by id)
    select k.id, k.slug, k.name, k.language, k.lifecycle, k.from_day, k.to_day, k.precision, k.invented, k.audience, kind.words, found.here,
      k.contact_function, k.contact_mail, k.contact_phone
    from found join collaboration k using (id) join kind on kind.id = k.kind_id
    where ${withinReach(actor, { audience: 'k.audience', collaboration: 'k.id', owner: 'k.authority_id' })}
      and not ${isGroupOf(actor)}
    order by array_position(array['active', 'preparing', 'in_ordinary_operations', 'ended'], k.lifecycle),
      k.from_day desc nulls last, k.name
    limit ${limit}`.execute(db)
  return rows
}

/** A part of one in the same place is found through it. */
const isGroupOf = (actor: Actor) => sql`exists (select from collaboration_parent up
  join collaboration whole on whole.id = up.parent_id and whole.main_area_id = k.main_area_id
  where up.collaboration_id = k.id
    and ${withinReach(actor, { audience: 'whole.audience', collaboration: 'whole.id', owner: 'whole.authority_id' })})`

export type Working = { slug: string; name: string; count: number }

/** Who works here: the organisations that answer for what is tied to the area or within it, those with most first. */
export async function listOrganisationsIn(db: Db, actor: Actor, area: Id, limit = 24): Promise<Working[]> {
  const { rows } = await sql<Working>`
    select o.slug, o.name, c.count from (
      select c.owner_id, count(*) as count from commitment c
      where c.owner_id is not null
        and exists (select from commitment_area ca join area_path p on p.area_id = ca.area_id
          where ca.commitment_id = c.id and p.ancestor_id = ${area})
        and ${withinReach(actor, { audience: 'c.audience', collaboration: 'c.collaboration_id', owner: 'c.owner_id' })}
      group by c.owner_id order by 2 desc limit ${limit}) c
    join organisation o on o.id = c.owner_id
    order by c.count desc, o.name collate "sv-x-icu"`.execute(db)
  return rows
}

/** The streets of a plan: its first level, and under which of them each objective stands. */
export async function focusAreasOf(db: Db, { id, language }: { id: Id; language: string }) {
  const objectives = await listObjectives(db, id)
  const byId = new Map(objectives.map((objective) => [objective.id, objective]))
  const rootOf = (id: Id): Id => {
    const parent = byId.get(id)?.parent_id
    return parent ? rootOf(parent) : id
  }
  return {
    roots: objectives
      .filter((objective) => objective.parent_id === null)
      .map(({ id, title }) => ({ id, title, language })),
    rootOf: Object.fromEntries(objectives.map(({ id }) => [id, rootOf(id)]))
  }
}
