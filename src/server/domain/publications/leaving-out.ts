import { sql } from 'kysely'
import type { Db } from '#server/platform/db/write.ts'
import { answerWithinReach, withinReach } from '../people/reach.ts'
import { readerOf } from './live/reader.ts'
import type { Publication } from './publications.ts'

/** Counts of what the audience is not shown, by why; told to those who edit, and to nobody else. */
export type LeftOut = {
  /** Commitments of narrower reach than the publication. */
  commitments: number
  /** Accepted answers that the partner did not want shown. */
  notPublishable: number
  /** Accepted answers of narrower reach, since their commitment's is. */
  answers: number
  /** Sent in and waiting for the coordinator. */
  waiting: number
  returned: number
  documents: number
  successors: number
}

export async function leftOutOf(db: Db, { audience, collaboration_id }: Publication): Promise<LeftOut> {
  const reader = readerOf({ audience, collaboration_id })
  const sees = (table: string, collaboration = `${table}.collaboration_id`) =>
    withinReach(reader, { audience: `${table}.audience`, collaboration })
  const seesAnswer = answerWithinReach(reader, {
    audience: 'r.audience',
    collaboration: 'r.collaboration_id',
    owner: 'r.organisation_id'
  })
  const { rows } = await sql<LeftOut>`
    with answer as (
      select r.state, r.accepted_version_id is not null as accepted, v.publishable, ${seesAnswer} and ${sees('c')} as seen
      from report r join commitment c on c.id = r.commitment_id
      left join report_version v on v.id = r.accepted_version_id
      where r.collaboration_id = ${collaboration_id}
    )
    select
      (select count(*) from commitment c where c.collaboration_id = ${collaboration_id} and not ${sees('c')}) as commitments,
      (select count(*) from answer where accepted and not seen and not publishable) as "notPublishable",
      (select count(*) from answer where accepted and not seen and publishable) as answers,
      (select count(*) from answer where state = 'submitted') as waiting,
      (select count(*) from answer where state = 'returned') as returned,
      (select count(*) from document d where d.collaboration_id = ${collaboration_id} and not ${sees('d')}) as documents,
      (select count(*) from collaboration s where s.predecessor_id = ${collaboration_id} and not ${sees('s', 's.id')}) as successors
  `.execute(db)
  return (
    rows[0] ?? {
      commitments: 0,
      notPublishable: 0,
      answers: 0,
      waiting: 0,
      returned: 0,
      documents: 0,
      successors: 0
    }
  )
}
