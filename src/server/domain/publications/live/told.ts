import { sql } from 'kysely'
import type { Id } from '#server/platform/db/ids.ts'
import type { Degree } from '#server/platform/db/schema.ts'
import type { Db } from '#server/platform/db/write.ts'
import type { OwnAnswers } from '../../answers/own-answers.ts'
import type { Actor } from '../../people/actor.ts'
import { answerWithinReach, withinReach } from '../../people/reach.ts'
import type { Asked } from './commitments.ts'

/** What was accepted about one commitment in one round. */
export type Told = {
  report_id: Id
  version_id: Id
  commitment_id: Id
  number: number
  title: string
  round_id: Id
  accepted_at: Date
  degree: Degree | null
  /** The deed it tells of, maybe together with others, in the coordinator's words where there are any. */
  highlight_id: Id | null
  deed_title: string | null
  deed_wording: string | null
  figures_from_id: Id | null
  no_change: boolean
  reason: string | null
  /** The public wording, else the partner's own words. */
  text: string | null
  worded: boolean
  contributed: string | null
  learnt: string | null
  answers: OwnAnswers
}

/** Every accepted answer about a commitment that the reader may see, the first accepted first. */
export async function toldOf(db: Db, reader: Actor, { collaboration, audience }: Asked): Promise<Told[]> {
  const { rows } = await sql<Told>`
    select r.id as report_id, v.id as version_id, r.commitment_id, c.number, c.title, r.round_id, r.accepted_at, r.degree, r.highlight_id,
      h.title as deed_title, h.wording as deed_wording, h.figures_from_id, v.no_change, v.reason, coalesce(w.wording, v.done) as text,
      w.wording is not null as worded, v.contributed, v.learnt, v.answers
    from report r join report_version v on v.id = r.accepted_version_id join commitment c on c.id = r.commitment_id
    left join highlight h on h.id = r.highlight_id left join public_wording w on w.report_version_id = v.id
    where r.collaboration_id = ${collaboration} and ${audience === 'public' ? sql`v.publishable` : sql`true`}
      and ${answerWithinReach(reader, { audience: 'r.audience', collaboration: 'r.collaboration_id', owner: 'r.organisation_id' })}
      and ${withinReach(reader, { audience: 'c.audience', collaboration: 'c.collaboration_id', owner: 'c.owner_id' })}
    order by r.accepted_at, v.id`.execute(db)
  return rows
}
