import { sql } from 'kysely'
import type { Id } from '#server/platform/db/ids.ts'
import type { Db } from '#server/platform/db/write.ts'
import { questionsOf } from '../rounds/questions.ts'
import type { Among } from './settings.ts'

type Choice = { value: string; label: string }

/** What the settings of blocks can choose among in this collaboration, besides their own choices. Ask as its coordinator. */
export async function choicesAmong(db: Db, collaboration: Id): Promise<Record<Among, Choice[]>> {
  const rounds = await roundsOf(db, collaboration)
  return {
    objectives: await objectivesOf(db, collaboration),
    rounds: rounds.map(({ value, label }) => ({ value, label })),
    deeds: await deedsOf(db, collaboration),
    questions: ownQuestions(rounds)
  }
}

async function objectivesOf(db: Db, collaboration: Id): Promise<Choice[]> {
  const { rows } = await sql<Choice>`select id as value, title as label from objective
    where collaboration_id = ${collaboration} and parent_id is null order by sort, id`.execute(db)
  return rows
}

async function roundsOf(db: Db, collaboration: Id) {
  const { rows } = await sql<Choice & { questions: unknown }>`
    select id as value, name as label, questions from round
    where collaboration_id = ${collaboration} and kind = 'follow_up' and state <> 'preparing'
    order by opened_at desc, id`.execute(db)
  return rows
}

/** Asked in several rounds it is the same question, in its latest words. The usual ones have their own places. */
function ownQuestions(rounds: { questions: unknown }[]): Choice[] {
  const asked = rounds.flatMap(({ questions }) => questionsOf(questions))
  const own = asked.flatMap(({ key, label, type }) =>
    label && type !== 'built_in' ? [{ value: key, label }] : []
  )
  return [...new Map(own.toReversed().map((choice) => [choice.value, choice])).values()].toReversed()
}

/** Deeds that several tell of. */
async function deedsOf(db: Db, collaboration: Id): Promise<Choice[]> {
  const { rows } = await sql<Choice>`
    select h.id as value, coalesce(h.title, min(c.title), '–') as label
    from highlight h join report r on r.highlight_id = h.id left join commitment c on c.id = r.commitment_id
    where h.collaboration_id = ${collaboration} and r.accepted_version_id is not null
    group by h.id having count(*) > 1 order by coalesce(h.title, min(c.title), '–') collate "sv-x-icu", h.id`.execute(
    db
  )
  return rows
}
