import { sql } from 'kysely'
import { dayIn } from '#server/platform/clock.ts'
import type { Id } from '#server/platform/db/ids.ts'
import type { Db } from '#server/platform/db/write.ts'
import { listAnnexes } from './annexes/annexes.ts'
import { answerWithinReach, withinReach } from '../people/reach.ts'
import { readerOf } from './live/reader.ts'
import { roundsIn, roundsOf } from './live/rounds.ts'
import { collaborationOf, objectivesOf } from './live/surroundings.ts'
import { treeOf } from './live/tree.ts'
import type { Block, Publication } from './publications.ts'
import type { BlockKind } from './blocks/kinds.ts'

/** Why the audience is not shown something; told to those who edit, and to nobody else. */
export const leavingReasons = [
  /** Commitments of narrower reach than the publication. */
  'commitments',
  /** Accepted answers that the partner did not want shown. */
  'notPublishable',
  /** Accepted answers of narrower reach, since their commitment's is. */
  'answers',
  /** Still agreed or going on although their time has gone. */
  'passed',
  /** Sent in and waiting for the coordinator. */
  'waiting',
  'returned',
  /** What parties said for themselves, which coordinators alone read until they lift it out in their own words. */
  'ofParties',
  'assessments',
  'decisions',
  'documents',
  'annexes',
  'successors'
] as const
export type LeavingReason = (typeof leavingReasons)[number]
export type LeftOut = Record<LeavingReason, number>

const answers: LeavingReason[] = ['notPublishable', 'answers', 'waiting', 'returned']
const counted: LeavingReason[] = ['commitments', ...answers]
const byArea: LeavingReason[] = [...counted, 'passed', 'ofParties', 'assessments']
const said: LeavingReason[] = [...answers, 'ofParties']
/** What each kind of block would have told of. */
const concerning: Partial<Record<BlockKind, LeavingReason[]>> = {
  totals: counted,
  quarter: counted,
  completion: counted,
  deeds: answers,
  together: answers,
  figures: answers,
  not_carried_out: answers,
  beyond: said,
  contribution: said,
  learning: said,
  ongoing: ['commitments', 'passed'],
  changes: counted,
  carried_over: ['commitments', 'successors'],
  assessment: ['assessments'],
  decisions: ['decisions'],
  documents: ['documents'],
  annexes: ['annexes'],
  next_period: ['successors']
}

/** One thing left out; about a commitment with its focus area and round. */
type Left = { reason: LeavingReason; objective_id: Id | null; round_id: Id | null; count: number }

/** How much the audience is not shown, by why: of the whole, and of each block as it is set. */
export async function leftOutOf(db: Db, publication: Publication, blocks: Block[]) {
  const left = await listLeft(db, publication)
  const { collaboration_id } = publication
  const tree = treeOf(await objectivesOf(db, collaboration_id))
  const rounds = await roundsOf(db, collaboration_id)
  const isOf = ({ kind, settings }: Block, { reason, objective_id, round_id }: Left): boolean => {
    const { objective, round, stages } = settings
    if (!concerning[kind]?.includes(reason)) return false
    if (reason === 'passed' && stages) return false
    if (round_id !== null && round && !roundsIn(rounds, round).some(({ id }) => id === round_id)) return false
    return (
      !byArea.includes(reason) ||
      !objective ||
      (objective === 'whole' ? objective_id === null : tree.liesUnder(objective_id, objective))
    )
  }
  return {
    whole: countsOf(left),
    of: Object.fromEntries(
      blocks.map((block) => [block.id, countsOf(left.filter((one) => isOf(block, one)))])
    )
  }
}

const countsOf = (left: Left[]): LeftOut => {
  const counts = Object.fromEntries(leavingReasons.map((reason) => [reason, 0])) as LeftOut
  for (const { reason, count } of left) counts[reason] += count
  return counts
}

async function listLeft(db: Db, { id, audience, collaboration_id }: Publication): Promise<Left[]> {
  const reader = readerOf({ audience, collaboration_id })
  const today = dayIn((await collaborationOf(db, collaboration_id)).time_zone)
  const sees = (table: string, collaboration = `${table}.collaboration_id`) =>
    withinReach(reader, { audience: `${table}.audience`, collaboration })
  const seesAnswer = answerWithinReach(reader, {
    audience: 'r.audience',
    collaboration: 'r.collaboration_id',
    owner: 'r.organisation_id'
  })
  const rowsOf = (reason: LeavingReason, table: 'assessment' | 'decision' | 'document') => sql`
    select ${reason}::text, ${table === 'assessment' ? sql`t.objective_id` : sql`null::uuid`}, null::uuid, count(*)
    from ${sql.table(table)} t where t.collaboration_id = ${collaboration_id} and not ${sees('t')} group by 2`
  const { rows } = await sql<Left>`
    with answer as (
      select r.state, r.accepted_version_id is not null as accepted, v.publishable, ${seesAnswer} and ${sees('c')} as seen,
        o.objective_id, r.round_id
      from report r join commitment c on c.id = r.commitment_id
      left join commitment_objective o on o.commitment_id = c.id and o.main
      left join report_version v on v.id = r.accepted_version_id
      where r.collaboration_id = ${collaboration_id}
    ),
    why as (
      select case when publishable then 'answers' else 'notPublishable' end as reason, objective_id, round_id
      from answer where accepted and not seen
      union all
      select case state when 'submitted' then 'waiting' else 'returned' end, objective_id, round_id
      from answer where state in ('submitted', 'returned')
    )
    select reason, objective_id, round_id, count(*) from why group by 1, 2, 3
    union all
    select 'commitments', o.objective_id, null, count(*) from commitment c
    left join commitment_objective o on o.commitment_id = c.id and o.main
    where c.collaboration_id = ${collaboration_id} and not ${sees('c')} group by 2
    union all
    select 'passed', o.objective_id, null, count(*) from commitment c
    left join commitment_objective o on o.commitment_id = c.id and o.main
    where c.collaboration_id = ${collaboration_id} and ${sees('c')} and c.stage in ('proposed', 'agreed', 'ongoing')
      and c.to_day < ${today} group by 2
    union all
    select 'ofParties', null, r.round_id, count(*) from report r left join highlight h on h.id = r.highlight_id
    where r.collaboration_id = ${collaboration_id} and r.commitment_id is null and r.accepted_version_id is not null
      and h.wording is null group by 3
    union all
    select 'successors', null, null, count(*) from collaboration s
    where s.predecessor_id = ${collaboration_id} and not ${sees('s', 's.id')}
    union all ${rowsOf('assessments', 'assessment')}
    union all ${rowsOf('decisions', 'decision')}
    union all ${rowsOf('documents', 'document')}
    union all
    select 'annexes', null, null, count(*) - ${(await listAnnexes(db, reader, id)).length}::int from annex
    where publication_id = ${id}`.execute(db)
  return rows
}
