import { sql } from 'kysely'
import type { Id } from '#server/platform/db/ids.ts'
import type { Db } from '#server/platform/db/write.ts'
import type { Actor } from '../people/actor.ts'
import { withinReach } from '../people/reach.ts'
import type { DecisionKind } from './fields.ts'
import { numbered } from './numbered.ts'

export type DecidedThing =
  | { kind: 'publication'; slug: string; title: string; edition: number }
  | { kind: 'commitment'; slug: string; number: number; title: string }
  /** A report that is not to be read any more: what it was called may be why, as may its address. */
  | { kind: 'withdrawn'; edition: number; day: string; reason: string }
export type Registered = {
  id: Id
  kind: DecisionKind
  body: string | null
  decided_on: string | null
  section: string | null
  case_number: string | null
  wording: string | null
  adjusted_on: string | null
  posted_on: string | null
  sent_to: string | null
  collaboration: { slug: string; name: string; language: string; invented: boolean }
  /** Within the collaboration; the collaboration itself where there is none. */
  about: DecidedThing | null
  public: boolean
}
export type RegisterFilter = {
  id?: Id
  /** A section, a case number or both, as it is typed. */
  number?: string
  body?: string
  year?: number
  /** How many to pass by. */
  from?: number
  limit?: number
}

const inReach = (actor: Actor) =>
  withinReach(actor, { audience: 'd.audience', collaboration: 'd.collaboration_id' })

const readsWhole = ({ reads }: Actor) =>
  reads === 'all' ? sql`true` : sql`d.collaboration_id = any(${reads}::uuid[])`

const withdrawnOn = sql`to_char(
  e.withdrawn_at at time zone coalesce((select time_zone from installation), 'Europe/Stockholm'), 'YYYY-MM-DD')`

/** What may be read of what a decision is about: a commitment or a report that this reader sees. */
const about = (actor: Actor) => sql`(
  select coalesce(
    (select case when e.withdrawn_at is null or ${readsWhole(actor)}
        then jsonb_build_object('kind', 'publication', 'slug', p.slug, 'title', e.title, 'edition', e.number)
        else jsonb_build_object('kind', 'withdrawn', 'edition', e.number, 'day', ${withdrawnOn}, 'reason', e.withdrawn_reason) end
      from edition e join publication p on p.id = e.publication_id
      where a.subject_kind = 'edition' and e.id = a.subject_id and ${withinReach(actor, { audience: 'd.audience', collaboration: 'd.collaboration_id' })}),
    (select jsonb_build_object('kind', 'commitment', 'slug', k.slug, 'number', c.number, 'title', c.title)
      from commitment c where a.subject_kind = 'commitment' and c.id = a.subject_id
        and ${withinReach(actor, { audience: 'c.audience', collaboration: 'c.collaboration_id', owner: 'c.owner_id' })}))
  from decision_about a where a.decision_id = d.id order by a.subject_kind <> 'edition' limit 1) as about`

/** The decisions this reader may see, the latest first: one more than `limit` where there are more. */
export async function listRegister(db: Db, actor: Actor, filter: RegisterFilter = {}): Promise<Registered[]> {
  const { id, number, body, year, from = 0, limit = 100 } = filter
  const ways = [inReach(actor)]
  if (id) ways.push(sql`d.id = ${id}`)
  if (body) ways.push(sql`d.body = ${body}`)
  if (year) ways.push(sql`extract(year from d.decided_on) = ${year}`)
  if (number) ways.push(numbered(number))
  const { rows } = await sql<Registered>`
    select d.id, d.kind, d.body, d.decided_on, d.section, d.case_number, d.wording, d.adjusted_on, d.posted_on, d.sent_to,
      d.audience = 'public' as public,
      jsonb_build_object('slug', k.slug, 'name', k.name, 'language', k.language, 'invented', k.invented) as collaboration,
      ${about(actor)}
    from decision d join collaboration k on k.id = d.collaboration_id
    where ${sql.join(ways, sql` and `)}
    order by d.decided_on desc nulls last, d.body, d.id desc limit ${limit + 1} offset ${from}`.execute(db)
  return rows
}

/** What the register may be narrowed to. */
export async function listRegisterShelves(
  db: Db,
  actor: Actor
): Promise<{ years: number[]; bodies: string[] }> {
  const { rows } = await sql<{ years: number[]; bodies: string[] }>`
    select coalesce(array_agg(distinct extract(year from decided_on)::int) filter (where decided_on is not null), '{}') as years,
      coalesce(array_agg(distinct body) filter (where body is not null), '{}') as bodies
    from decision d where ${inReach(actor)}`.execute(db)
  const { years = [], bodies = [] } = rows[0] ?? {}
  return { years: years.toReversed(), bodies: bodies.toSorted((a, b) => a.localeCompare(b, 'sv')) }
}
