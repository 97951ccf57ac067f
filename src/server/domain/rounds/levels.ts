import { sql } from 'kysely'
import { dayIn } from '#server/platform/clock.ts'
import { newId, type Id } from '#server/platform/db/ids.ts'
import type { Tx } from '#server/platform/db/write.ts'
import { timeZoneOf } from '../installation/installation.ts'
import { questionsAt, questionsOf } from './questions.ts'
import { dropEmpty, spacesFor, type PlannedRound } from './spaces.ts'

/**
 * What is asked of each party once, and about the collaboration of those who have the role, are items of their own: made
 * where they lack, and taken away where a round that is prepared does not ask it any more.
 */
export async function settleLevels(tx: Tx, round: PlannedRound): Promise<void> {
  const questions = questionsOf(round.questions)
  const roles = questionsAt(questions, 'collaboration').flatMap(({ role }) => role ?? [])
  const asked = await withRole(tx, round.collaboration_id, roles)
  const spaces = await spacesFor(tx, round, asked)
  await settleLevel(tx, round, 'collaboration', [...spaces.values()])
  const parties = questionsAt(questions, 'party').length > 0 ? await askedOf(tx, round.id) : []
  await settleLevel(tx, round, 'party', parties)
  await dropEmpty(tx, round)
}

async function withRole(tx: Tx, collaboration: Id, roles: string[]): Promise<Id[]> {
  if (roles.length === 0) return []
  const today = dayIn(await timeZoneOf(tx))
  const { rows } = await sql<{ organisation_id: Id }>`select distinct organisation_id from party
    where collaboration_id = ${collaboration} and role = any(${roles}::text[])
      and (from_day is null or from_day <= ${today}) and (to_day is null or to_day >= ${today})`.execute(tx)
  return rows.map(({ organisation_id }) => organisation_id)
}

/** Every party of the round answers for itself; whoever is asked about the collaboration only does not. */
async function askedOf(tx: Tx, round: Id): Promise<Id[]> {
  const { rows } = await sql<{ id: Id }>`select id from space s where round_id = ${round}
    and exists (select from round_item i where i.space_id = s.id and i.about in ('commitment', 'party'))`.execute(
    tx
  )
  return rows.map(({ id }) => id)
}

async function settleLevel(tx: Tx, round: PlannedRound, about: string, spaces: Id[]): Promise<void> {
  if (round.state === 'preparing')
    await tx
      .deleteFrom('round_item')
      .where('round_id', '=', round.id)
      .where('about', '=', about)
      .$if(spaces.length > 0, (qb) => qb.where('space_id', 'not in', spaces))
      .execute()
  if (spaces.length === 0) return
  const there = await tx
    .selectFrom('round_item')
    .select('space_id')
    .where('round_id', '=', round.id)
    .where('about', '=', about)
    .execute()
  const has = new Set(there.map(({ space_id }) => space_id))
  const lacking = spaces.filter((space) => !has.has(space))
  if (lacking.length === 0) return
  await tx
    .insertInto('round_item')
    .values(lacking.map((space_id) => ({ id: newId(), round_id: round.id, space_id, about })))
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}
