import { sql } from 'kysely'
import type { Id } from '#server/platform/db/ids.ts'
import type { Db } from '#server/platform/db/write.ts'

/** The main area, and those it covers as well. */
const ownAreas = (collaboration: Id) => sql<{ id: Id }>`
  select main_area_id as id from collaboration where id = ${collaboration}
  union select area_id from collaboration_area where collaboration_id = ${collaboration}`

export async function areasOf(db: Db, collaboration: Id): Promise<Id[]> {
  const { rows } = await ownAreas(collaboration).execute(db)
  return rows.map(({ id }) => id)
}

/** Its areas, and what lies right under them, by name. */
export async function placesOf(db: Db, collaboration: Id): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`
    with own as (${ownAreas(collaboration)})
    select distinct a.name collate "sv-x-icu" as name from area a
    where a.id in (select id from own) or a.id in (select area_id from area_path
      where depth = 1 and ancestor_id in (select id from own))
    order by 1`.execute(db)
  return [...new Set(rows.map(({ name }) => name))]
}

/** The one of that name among them. */
export async function areasNamed(db: Db, collaboration: Id, name: string | null): Promise<Id[]> {
  if (!name) return []
  const { rows } = await sql<{ id: Id }>`
    select a.id from area a join area_path p on p.area_id = a.id and p.depth <= 1
    where a.name = ${name} and p.ancestor_id in (${ownAreas(collaboration)})
    limit 1`.execute(db)
  return rows.map(({ id }) => id)
}
