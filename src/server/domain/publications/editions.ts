import { sql } from 'kysely'
import type { Id } from '#server/platform/db/ids.ts'
import type { Db } from '#server/platform/db/write.ts'
import { NotFound } from '#server/platform/refusals.ts'
import type { Actor } from '../people/actor.ts'
import { withinReach } from '../people/reach.ts'
import type { Content, Named, Period } from './content.ts'

/**
 * An edition is read by those it was frozen for and no others, also when the publication has been given a wider reach
 * since: it may hold what only they were to see.
 */
const readable = (actor: Actor) =>
  withinReach(actor, { audience: 'shown.audience', collaboration: 'shown.collaboration_id' })

const shown = sql`(
  select e.*, p.slug, p.collaboration_id, greatest(p.audience, (e.content ->> 'audience')::reach) as audience
  from edition e join publication p on p.id = e.publication_id) as shown`

export type Edition = {
  number: number
  content: Content
  sha256: string
  published_at: Date
  note: string | null
}

/** The edition by that number, or the latest, that this reader may see. */
export async function findEdition(db: Db, actor: Actor, slug: string, number?: number): Promise<Edition> {
  const { rows } = await sql<Edition>`
    select number, content, sha256, published_at, note from ${shown}
    where slug = ${slug} and ${readable(actor)} ${number === undefined ? sql`` : sql`and number = ${number}`}
    order by number desc limit 1`.execute(db)
  if (!rows[0]) throw new NotFound('edition')
  return rows[0]
}

/** Every edition this reader may see, the latest first. */
export async function listEditions(db: Db, actor: Actor, publication: Id) {
  const { rows } = await sql<{ number: number; day: string; note: string | null }>`
    select number, content -> 'frozen' ->> 'day' as day, note from ${shown}
    where publication_id = ${publication} and ${readable(actor)} order by number desc`.execute(db)
  return rows
}

export type Listed = {
  slug: string
  title: string
  language: string
  day: string
  number: number
  publisher: Named
  area: Named
  collaboration: string
  period: Period
  invented: boolean
}
export type ListFilter = { year?: number | undefined; area?: string | undefined }

/** The latest edition of each publication, by year and day; of an area, those of the areas within it too. */
export async function listPublished(
  db: Db,
  actor: Actor,
  { year, area }: ListFilter = {}
): Promise<Listed[]> {
  const inYear = year === undefined ? sql`true` : sql`left(day, 4) = ${String(year)}`
  const inArea =
    area === undefined
      ? sql`true`
      : sql`exists (select from collaboration c join area_path path on path.area_id = c.main_area_id
          join area above on above.id = path.ancestor_id where c.id = collaboration_id and above.slug = ${area})`
  const { rows } = await sql<Listed>`
    select slug, title, language, day, number, publisher, area, collaboration, period, invented from (
      select distinct on (publication_id) slug, collaboration_id, number, published_at,
        content ->> 'title' as title, content ->> 'language' as language, content -> 'frozen' ->> 'day' as day,
        content -> 'publisher' as publisher, content -> 'collaboration' -> 'area' as area,
        content -> 'collaboration' ->> 'name' as collaboration, content -> 'collaboration' -> 'period' as period,
        (content -> 'collaboration' ->> 'invented')::boolean as invented
      from ${shown} where ${readable(actor)} order by publication_id, number desc
    ) latest
    where ${inYear} and ${inArea}
    order by published_at desc, slug limit 500`.execute(db)
  return rows
}

/** What the list may be narrowed to. */
export async function listShelves(db: Db, actor: Actor) {
  const all = await listPublished(db, actor)
  const areas = new Map(all.map(({ area }) => [area.slug, area.name]))
  return {
    years: [...new Set(all.map(({ day }) => Number(day.slice(0, 4))))].toSorted((one, other) => other - one),
    areas: [...areas]
      .map(([slug, name]) => ({ slug, name }))
      .toSorted((a, b) => a.name.localeCompare(b.name, 'sv'))
  }
}
