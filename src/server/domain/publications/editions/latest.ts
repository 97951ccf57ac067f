import { sql } from 'kysely'
import type { Id } from '#server/platform/db/ids.ts'
import type { Db } from '#server/platform/db/write.ts'
import type { Actor } from '../../people/actor.ts'
import { dayOf, standing } from './readable.ts'

export type Published = {
  id: Id
  slug: string
  title: string
  /** The day, in the installation's time zone. */
  published_on: string
  collaboration: string
  language: string
  invented: boolean
  number: number
  /** A later edition, that was withdrawn. */
  gone: number | null
}

/** The latest published, of all collaborations or of those given; of each no more than `ofEach`. */
export async function listLatest(
  db: Db,
  actor: Actor,
  limit: number,
  of: Id[] | null = null,
  ofEach = limit
): Promise<Published[]> {
  const { rows } = await sql<Published>`
    select id, slug, title, collaboration, language, invented, number, gone, published_on from (
    select current.publication_id as id, current.slug, current.title, k.name as collaboration, current.language, k.invented, current.number, current.gone,
      ${dayOf(sql`current.published_at`)} as published_on, current.published_at,
      row_number() over (partition by current.collaboration_id order by current.published_at desc, current.publication_id desc) as nth
    from ${standing(actor)} as current join collaboration k on k.id = current.collaboration_id
    where ${of ? sql`current.collaboration_id = any(${of}::uuid[])` : sql`true`}
    ) each where nth <= ${ofEach} order by published_at desc, id desc limit ${limit}`.execute(db)
  return rows
}
