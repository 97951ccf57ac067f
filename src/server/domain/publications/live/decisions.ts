import { sql } from 'kysely'
import type { Id } from '#server/platform/db/ids.ts'
import type { Db } from '#server/platform/db/write.ts'
import type { Actor } from '../../people/actor.ts'
import { withinReach } from '../../people/reach.ts'
import type { BlockSettings } from '../settings.ts'
import type { Material } from './material.ts'
import type { DecisionsFacts } from '../facts.ts'
import type { Decided } from '../frozen.ts'

type Of = { collaboration: Id; publication: Id | null }

/** What was decided about the collaboration, and about editions of this publication before, in the order of their chains; of one that is withdrawn its number only. */
export async function decidedOf(
  db: Db,
  reader: Actor,
  { collaboration, publication }: Of
): Promise<Decided[]> {
  const { rows } = await sql<Decided>`
    select d.kind, d.body, d.decided_on as day, d.section, d.case_number as "caseNumber", d.wording, d.adjusted_on as adjusted,
      d.posted_on as posted, d.sent_to as "sentTo",
      case when e.id is not null then jsonb_build_object('number', e.number,
        'title', case when e.withdrawn_at is null then e.content ->> 'title' else '' end) end as edition
    from decision d join decision_about a on a.decision_id = d.id
    left join edition e on a.subject_kind = 'edition' and e.id = a.subject_id
    where d.collaboration_id = ${collaboration} and ${withinReach(reader, { audience: 'd.audience', collaboration: 'd.collaboration_id' })}
      and (a.subject_kind = 'collaboration' and a.subject_id = ${collaboration} or e.publication_id = ${publication})
    order by e.number desc nulls last, a.sort, d.decided_on nulls last, d.id`.execute(db)
  return rows
}

export const decisions = (
  { decisions: all }: Material,
  { decided = 'all' }: BlockSettings
): DecisionsFacts => ({
  decisions: all.filter(({ edition }) => decided === 'all' || (decided === 'report') === (edition !== null))
})
