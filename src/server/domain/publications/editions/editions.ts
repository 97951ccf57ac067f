import { sql } from 'kysely'
import type { Id } from '#server/platform/db/ids.ts'
import type { Db } from '#server/platform/db/write.ts'
import { NotFound } from '#server/platform/refusals.ts'
import { readsWhole, type Actor } from '../../people/actor.ts'
import type { Content } from '../content.ts'
import { dayOf, readable, shown } from './readable.ts'

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
