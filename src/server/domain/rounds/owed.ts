import { sql } from 'kysely'
import type { Id } from '#server/platform/db/ids.ts'
import type { Db } from '#server/platform/db/write.ts'
import type { Actor } from '../people/actor.ts'

export type Owed = {
  space: Id
  organisation_id: Id
  organisation: string
  collaboration: string
  round: string
  due_on: string
  asked: number
  answered: number
  returned: number
  /** May answer from here; others of the organisation see that it is owed. */
  answers: boolean
}

/** What the actor's organisations are asked in rounds that are open, what is due first. */
export async function listOwed(db: Db, actor: Actor): Promise<Owed[]> {
  if (!actor.person || actor.organisations.length === 0) return []
  const { rows } = await sql<Owed>`
    select s.id as space, o.id as organisation_id, o.name as organisation, c.name as collaboration, r.name as round,
      coalesce(s.due_on, r.due_on) as due_on,
      count(*) as asked,
      count(*) filter (where p.state in ('submitted', 'accepted')) as answered,
      count(*) filter (where p.state = 'returned') as returned,
      exists (select from role_grant g where g.person_id = ${actor.person.id}
        and g.role = 'representative' and g.scope_id = o.id) as answers
    from space s
    join round r on r.id = s.round_id and r.state = 'open' and r.kind <> 'running' and s.exempted_at is null and s.declined_at is null
    join organisation o on o.id = s.organisation_id
    join collaboration c on c.id = r.collaboration_id
    join round_item i on i.space_id = s.id and i.exempted_at is null
    left join report p on p.item_id = i.id
    where s.organisation_id = any(${actor.organisations}::uuid[])
    group by s.id, o.id, c.id, r.id
    order by coalesce(s.due_on, r.due_on), o.name collate "sv-x-icu"`.execute(db)
  return rows
}

export type ToRead = {
  slug: string
  round: string
  collaboration_slug: string
  collaboration: string
  due_on: string
  asked: number
  answered: number
  /** Sent in and not yet read. */
  waiting: number
  /** The actor is the coordinator who has it. */
  held: boolean
  /** Is not opened yet. */
  preparing: boolean
}

const longestList = 50

/**
 * Rounds the actor coordinates that are open or have answers nobody has read, those first, then those the actor has; one
 * that is prepared is its holder's only.
 */
export async function listToRead(db: Db, actor: Actor): Promise<ToRead[]> {
  if (actor.coordinates !== 'all' && actor.coordinates.length === 0) return []
  const me = actor.person?.id ?? null
  const mine =
    actor.coordinates === 'all' ? sql`true` : sql`r.collaboration_id = any(${actor.coordinates}::uuid[])`
  const { rows } = await sql<ToRead>`
    select r.slug, r.name as round, c.slug as collaboration_slug, c.name as collaboration, r.due_on,
      count(*) as asked,
      count(*) filter (where p.state in ('submitted', 'accepted')) as answered,
      count(*) filter (where p.state = 'submitted') as waiting,
      coalesce(r.held_by = ${me}, false) as held, r.state = 'preparing' as preparing
    from round r
    join collaboration c on c.id = r.collaboration_id
    join round_item i on i.round_id = r.id and i.exempted_at is null
    join space s on s.id = i.space_id
    left join report p on p.item_id = i.id
    where ${mine} and (s.exempted_at is null or p.state = 'submitted')
      and ((r.state = 'open' and r.kind <> 'running') or (r.state = 'preparing' and r.held_by = ${me}) or exists (select from report q where q.round_id = r.id and q.state = 'submitted'))
    group by r.id, c.id
    order by (count(*) filter (where p.state = 'submitted')) > 0 desc, held desc, r.due_on
    limit ${longestList}`.execute(db)
  return rows
}
