import { sql } from 'kysely'
import type { Id } from '#server/platform/db/ids.ts'
import type { Db } from '#server/platform/db/write.ts'
import { NotFound } from '#server/platform/refusals.ts'
import { readsWhole, type Actor } from '../../people/actor.ts'
import type { Content } from '../content.ts'
import type { Named, Period } from '../frozen.ts'
import { current, dayOf, readable, shown } from './readable.ts'

export type Withdrawn = { day: string; reason: string }
export type Edition = {
  id: Id
  number: number
  content: Content
  sha256: string
  collaboration_id: Id
  /** The day; null until it is published. */
  published_on: string | null
  note: string | null
  withdrawn: Withdrawn | null
}

/** The edition by that number, or the latest published, that this reader may see; of one that is withdrawn, its cover without its title. */
export async function findEdition(db: Db, actor: Actor, slug: string, number?: number): Promise<Edition> {
  const { rows } = await sql<Edition>`
    select id, number, content, sha256, collaboration_id, note, ${dayOf(sql`published_at`)} as published_on,
      ${withdrawn}
    from ${shown}
    where slug = ${slug} and ${readable(actor)}
      and ${number === undefined ? sql`published_at is not null` : sql`number = ${number}`}
    order by number desc limit 1`.execute(db)
  const [edition] = rows
  if (!edition) throw new NotFound('edition')
  const hidden = edition.withdrawn && !readsWhole(actor, edition.collaboration_id)
  return hidden ? { ...edition, content: { ...edition.content, title: '', blocks: [] } } : edition
}

const withdrawn = sql`case when withdrawn_at is not null then
  jsonb_build_object('day', ${dayOf(sql`withdrawn_at`)}, 'reason', withdrawn_reason) end as withdrawn`

export type EditionLine = {
  number: number
  published_on: string | null
  note: string | null
  withdrawn: Withdrawn | null
}

/** Every edition this reader may see, the latest first. */
export async function listEditions(db: Db, actor: Actor, publication: Id): Promise<EditionLine[]> {
  const { rows } = await sql<EditionLine>`
    select number, note, ${dayOf(sql`published_at`)} as published_on, ${withdrawn}
    from ${shown} where publication_id = ${publication} and ${readable(actor)} order by number desc`.execute(
    db
  )
  return rows
}

export type Listed = {
  slug: string
  template: string
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
    select slug, template, title, language, day, number, publisher, area, collaboration, period, invented from (
      select slug, template, collaboration_id, number, published_at, title, language, ${dayOf(sql`published_at`)} as day,
        content -> 'publisher' as publisher, content -> 'collaboration' -> 'area' as area,
        content -> 'collaboration' ->> 'name' as collaboration, content -> 'collaboration' -> 'period' as period,
        (content -> 'collaboration' ->> 'invented')::boolean as invented
      from ${current(actor)}
    ) listed
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
