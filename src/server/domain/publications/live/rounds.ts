import { sql } from 'kysely'
import type { Id } from '#server/platform/db/ids.ts'
import type { Db } from '#server/platform/db/write.ts'

export type Round = { id: Id; name: string; from: string; to: string; due: string; questions: unknown }

/** Follow-ups that have been opened, the latest first. */
export async function roundsOf(db: Db, collaboration: Id): Promise<Round[]> {
  const { rows } = await sql<Round>`
    select id, name, from_day as from, to_day as to, due_on as due, questions from round
    where collaboration_id = ${collaboration} and kind = 'follow_up' and state <> 'preparing'
    order by opened_at desc, id desc`.execute(db)
  return rows
}

/** Of those, the latest first, what a block is set to: the latest, those that ask about the same year as it, or one. */
export function roundsIn(rounds: Round[], chosen: string): Round[] {
  if (chosen === 'latest') return rounds.slice(0, 1)
  const year = rounds[0]?.to.slice(0, 4)
  return rounds.filter(({ id, to }) => (chosen === 'year' ? to.slice(0, 4) === year : id === chosen))
}

export type AskedOf = { round_id: Id; commitment_id: Id; due: string; answered: boolean }

/** Which commitments each follow-up asks about, those exempted left out. */
export async function askedIn(db: Db, collaboration: Id): Promise<AskedOf[]> {
  const { rows } = await sql<AskedOf>`
    select i.round_id, i.commitment_id, coalesce(s.due_on, round.due_on) as due, r.id is not null as answered
    from round_item i join round on round.id = i.round_id join space s on s.id = i.space_id left join report r on r.item_id = i.id
    where round.collaboration_id = ${collaboration} and round.kind = 'follow_up' and round.state <> 'preparing'
      and i.commitment_id is not null and i.exempted_at is null and s.exempted_at is null`.execute(db)
  return rows
}
