import { sql } from 'kysely'
import { dayIn } from '#server/platform/clock.ts'
import type { Id } from '#server/platform/db/ids.ts'
import type { Degree } from '#server/platform/db/schema.ts'
import type { Db } from '#server/platform/db/write.ts'
import type { KindWords } from '../kinds/kinds.ts'
import type { Actor } from '../people/actor.ts'
import { answerWithinReach, withinReach } from '../people/reach.ts'

type Promised = {
  commitment_id: Id
  number: number
  title: string
  stage: string
  collaboration: string
  slug: string
  language: string
  invented: boolean
  /** What it is called there: how far it has come is said in that word's gender. */
  words: KindWords
}
/** One answer of an organisation, as this reader may see it. */
export type Told = Promised & {
  /** When it was accepted; until then, when it was sent in. */
  at: Date
  /** Those that are not accepted are for the organisation and the coordinators. */
  state: 'submitted' | 'returned' | 'accepted'
  degree: Degree
  told: string | null
  round: string
  running: boolean
}
export type Ahead = Promised & { from_day: string | null; to_day: string; precision: string }

const promised = sql`c.id as commitment_id, c.number, c.title, c.stage, k.name as collaboration, k.slug, k.language, k.invented,
  (select words from kind where kind.id = k.kind_id) as words`
const shown = 12

/** What an organisation has answered, the latest first. */
export async function listTold(db: Db, actor: Actor, organisation: Id, most = shown): Promise<Told[]> {
  const reach = {
    audience: 'r.audience',
    collaboration: 'r.collaboration_id',
    owner: 'r.organisation_id'
  }
  const { rows } = await sql<Told>`
    select ${promised}, coalesce(r.accepted_at, r.submitted_at) as at, r.state, v.degree,
      coalesce(w.wording, v.done, v.reason) as told, round.name as round, round.kind = 'running' as running
    from report r
    join commitment c on c.id = r.commitment_id
    join collaboration k on k.id = r.collaboration_id
    join round on round.id = r.round_id
    join lateral (select id, degree, done, reason from report_version where report_id = r.id
      and (r.accepted_version_id is null or id = r.accepted_version_id) order by number desc limit 1) v on true
    left join public_wording w on w.report_version_id = v.id
    where r.organisation_id = ${organisation} and ${answerWithinReach(actor, reach)}
      and ${withinReach(actor, { audience: 'c.audience', collaboration: 'c.collaboration_id', owner: 'c.owner_id' })}
    order by coalesce(r.accepted_at, r.submitted_at) desc, r.id limit ${most}`.execute(db)
  return rows
}

/** What it has promised that is to be done and has a last day ahead, the nearest first. */
export async function listAhead(
  db: Db,
  actor: Actor,
  organisation: Id,
  timeZone: string,
  most = shown
): Promise<Ahead[]> {
  const { rows } = await sql<Ahead>`
    select ${promised}, c.from_day, c.to_day, c.precision
    from commitment c join collaboration k on k.id = c.collaboration_id
    where c.owner_id = ${organisation} and c.stage in ('agreed', 'ongoing') and c.to_day >= ${dayIn(timeZone)}
      and ${withinReach(actor, { audience: 'c.audience', collaboration: 'c.collaboration_id', owner: 'c.owner_id' })}
    order by c.to_day, c.title collate "sv-x-icu", c.id limit ${most}`.execute(db)
  return rows
}
