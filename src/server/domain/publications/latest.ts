import { sql } from 'kysely'
import type { Id } from '#server/platform/db/ids.ts'
import type { Db } from '#server/platform/db/write.ts'
import type { Actor } from '../people/actor.ts'
import { withinReach } from '../people/reach.ts'

export type Published = {
  id: Id
  slug: string
  title: string
  /** The day, in the installation's time zone. */
  published_on: string
  collaboration: string
  language: string
  invented: boolean
}

/** The latest published, of all collaborations or of those given. */
export async function listLatest(
  db: Db,
  actor: Actor,
  limit: number,
  of: Id[] | null = null
): Promise<Published[]> {
  const { rows } = await sql<Published>`
    select p.id, p.slug, p.title, k.name as collaboration, p.language, k.invented,
      to_char(e.published_at at time zone coalesce((select time_zone from installation), 'Europe/Stockholm'), 'YYYY-MM-DD') as published_on
    from publication p join collaboration k on k.id = p.collaboration_id
    join lateral (select published_at from edition where publication_id = p.id order by number desc limit 1) e on true
    where ${withinReach(actor, { audience: 'p.audience', collaboration: 'p.collaboration_id' })}
      and ${of ? sql`p.collaboration_id = any(${of}::uuid[])` : sql`true`}
    order by e.published_at desc, p.id desc limit ${limit}`.execute(db)
  return rows
}
