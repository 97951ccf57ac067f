import { sql } from 'kysely'
import type { Id } from '#server/platform/db/ids.ts'
import type { Db } from '#server/platform/db/write.ts'
import type { OwnAnswers } from '../answers/own-answers.ts'
import { questionsOf } from '../rounds/questions.ts'
import type { BlockKind } from './blocks/kinds.ts'
import { firstUsual } from './live/said-by-parties.ts'
import { roundsIn, roundsOf, type Round } from './live/rounds.ts'
import type { Block } from './publications.ts'

export type PartyAnswer = {
  report: Id
  organisation: string
  round: string
  said: { key: string; label: string | undefined; value: string | number | boolean }[]
  /** As the report tells it, in the coordinator's words; null where it does not. */
  wording: string | null
  /** Of those words; null where it is not chosen. */
  version: number | null
}

type Row = Omit<PartyAnswer, 'said'> & { round_id: Id; questions: unknown; answers: OwnAnswers }

/** The question that a kind of block tells of what parties answered to. */
const questionOf: Partial<Record<BlockKind, string>> = {
  beyond: 'beyond',
  contribution: 'gave',
  learning: 'next'
}

/**
 * What parties said for themselves, in their own words, by the block where it is told once a coordinator has worded it: for
 * coordinators only, as whoever answered was promised.
 */
export async function partyAnswersOf(
  db: Db,
  collaboration: Id,
  blocks: Block[]
): Promise<Record<Id, PartyAnswer[]>> {
  const telling = blocks.filter(({ kind }) => questionOf[kind])
  if (telling.length === 0) return {}
  const rows = await answersIn(db, collaboration)
  const rounds = rows.length > 0 ? await roundsOf(db, collaboration) : []
  return Object.fromEntries(
    telling.map((block) => [block.id, rows.filter((row) => isToldIn(block, row, rounds)).map(answerOf)])
  )
}

async function answersIn(db: Db, collaboration: Id): Promise<Row[]> {
  const { rows } = await sql<Row>`
    select r.id as report, o.name as organisation, round.id as round_id, round.name as round, round.questions, v.answers,
      h.wording, h.version
    from report r join report_version v on v.id = r.accepted_version_id join round on round.id = r.round_id
    join round_item i on i.id = r.item_id join organisation o on o.id = r.organisation_id
    left join highlight h on h.id = r.highlight_id
    where r.collaboration_id = ${collaboration} and i.about in ('party', 'collaboration')
      and not exists (select from report other where other.highlight_id = h.id and other.commitment_id is not null)
    order by o.name collate "sv-x-icu", r.accepted_at, r.id`.execute(db)
  return rows
}

function isToldIn({ kind, settings }: Block, { answers, round_id }: Row, rounds: Round[]): boolean {
  const { objective, said_by, round = 'all', question } = settings
  if (objective || said_by === 'commitments') return false
  if (round !== 'all' && !roundsIn(rounds, round).some(({ id }) => id === round_id)) return false
  const first = firstUsual(answers)
  return first ? first === questionOf[kind] : question !== undefined && answers[question] !== undefined
}

const answerOf = ({ questions, answers, round_id: _, ...row }: Row): PartyAnswer => {
  const asked = new Map(questionsOf(questions).map(({ key, label }) => [key, label]))
  return {
    ...row,
    said: Object.entries(answers).map(([key, value]) => ({ key, label: asked.get(key), value }))
  }
}
