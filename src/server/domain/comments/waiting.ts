import { sql } from 'kysely'
import { now } from '#server/platform/clock.ts'
import type { Id } from '#server/platform/db/ids.ts'
import type { Db } from '#server/platform/db/write.ts'
import type { Secrets } from '#server/platform/secrets/secrets.ts'
import { tokenOf } from '../links/tokens.ts'
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

export type OwnReading = {
  title: string
  language: string
  due_on: string
  collaboration: string
  token: string
}

/** Drafts that somebody signed in has been asked to read at their own address, and said nothing of: by the same link as in the mail. */
export async function listOwnReadings(db: Db, actor: Actor, secrets: Secrets): Promise<OwnReading[]> {
  if (!actor.person) return []
  const { rows } = await sql<Omit<OwnReading, 'token'> & { id: Id; generation: number }>`
    select r.id, r.generation, p.title, p.language, r.due_on, k.name as collaboration
    from publication_reader r join person on person.mail = r.mail and person.ended_at is null
    join publication p on p.id = r.publication_id join collaboration k on k.id = p.collaboration_id
    where person.id = ${actor.person.id} and r.withdrawn_at is null and r.expires_at > ${now()} and r.approved_at is null
      and not exists (select from edition e where e.publication_id = p.id and e.number >= r.edition_number)
      and not exists (select from comment c where c.reader_id = r.id and c.withdrawn_at is null)
    order by r.due_on, r.id limit 50`.execute(db)
  return rows.map(({ id, generation, ...reading }) => ({
    ...reading,
    token: tokenOf(secrets, { id, generation })
  }))
}
