import { sql } from 'kysely'
import type { Db } from '#server/platform/db/write.ts'
import type { Actor } from '../people/actor.ts'

export type WaitingReport = {
  slug: string
  title: string
  language: string
  comments: number
  objections: number
}

/** Reports that somebody coordinates, where what readers have said waits for a word back. */
export async function listToSettle(db: Db, actor: Actor): Promise<WaitingReport[]> {
  const theirs =
    actor.coordinates === 'all' ? sql`true` : sql`p.collaboration_id = any(${actor.coordinates}::uuid[])`
  const { rows } = await sql<WaitingReport>`
    select p.slug, p.title, p.language, count(*) filter (where c.kind <> 'objection')::int as comments,
      count(*) filter (where c.kind = 'objection')::int as objections
    from comment c join publication p on p.id = c.publication_id
    where ${theirs} and c.settled_at is null and c.withdrawn_at is null
    group by p.id order by max(c.written_at) desc limit 50`.execute(db)
  return rows
}
