import { sql } from 'kysely'
import { dayIn, now } from '#server/platform/clock.ts'
import type { Id } from '#server/platform/db/ids.ts'
import type { Tx } from '#server/platform/db/write.ts'
import { recordFact } from '#server/platform/facts.ts'
import { Invalid } from '#server/platform/refusals.ts'
import type { Secrets } from '#server/platform/secrets/secrets.ts'
import type { Actor } from '../people/actor.ts'
import { timeZoneOf } from '../installation/installation.ts'
import type { NewRound } from './fields.ts'
import { settleLevels } from './levels.ts'
import { prepareRound, type PreparedRound } from './preparing.ts'
import { commitmentQuestions, type Question } from './questions.ts'
import { linkResponders } from './responders.ts'
import { roundToPlan, type PlannedRound } from './spaces.ts'

export type OpenedRound = Pick<PreparedRound, 'id' | 'slug'>

/**
 * Prepares a round and opens it at once, as it is filled by itself. Opened twice alike it is opened once.
 * @throws Invalid `name: taken` when another round of the collaboration is called so; `form: nothing_to_ask`.
 */
export async function openRound(
  tx: Tx,
  actor: Actor,
  collaboration: Id,
  asked: NewRound,
  secrets: Secrets,
  questions: Question[] = commitmentQuestions
): Promise<OpenedRound> {
  const { id, slug, state } = await prepareRound(tx, actor, collaboration, asked, questions)
  if (state === 'preparing') await open(tx, await roundToPlan(tx, actor, id), secrets)
  return { id, slug }
}

/**
 * Opens what was prepared: freezes its questions and the wording of that day, and mails each responder a personal link,
 * all or nothing. Opened twice it is opened once.
 * @throws NotFound; Invalid `form: round_closed | nothing_to_ask`, `due_on: past`.
 */
export async function openPreparedRound(tx: Tx, actor: Actor, id: Id, secrets: Secrets): Promise<void> {
  await tx.selectFrom('round').select('id').where('id', '=', id).forUpdate().execute()
  const round = await roundToPlan(tx, actor, id)
  if (round.state !== 'preparing') return
  if (round.due_on < dayIn(await timeZoneOf(tx))) throw new Invalid({ due_on: 'past' })
  await open(tx, round, secrets)
}

async function open(tx: Tx, round: PlannedRound, secrets: Secrets): Promise<void> {
  await askOfToday(tx, round.id)
  await settleLevels(tx, round)
  const spaces = await askedSpaces(tx, round.id)
  if (spaces.length === 0) throw new Invalid({ form: 'nothing_to_ask' })
  await tx
    .updateTable('round')
    .set((eb) => ({ state: 'open', opened_at: now(), version: eb('version', '+', 1) }))
    .where('id', '=', round.id)
    .execute()
  await linkResponders(tx, round, await reachable(tx, spaces), secrets)
  await recordFact(tx, 'round.opened', { kind: 'round', id: round.id }, { due_on: round.due_on })
}

/** What was agreed when it was prepared and is not any more is not asked; the rest as it is worded today. */
async function askOfToday(tx: Tx, round: Id): Promise<void> {
  await sql`delete from round_item i using commitment c
    where i.round_id = ${round} and c.id = i.commitment_id and c.stage = 'proposed'`.execute(tx)
  await sql`update round_item i set wording_id = c.wording_id from commitment c
    where i.round_id = ${round} and c.id = i.commitment_id and i.wording_id is distinct from c.wording_id`.execute(
    tx
  )
}

async function askedSpaces(tx: Tx, round: Id): Promise<Id[]> {
  const rows = await tx
    .selectFrom('space')
    .innerJoin('round_item', 'round_item.space_id', 'space.id')
    .select('space.id')
    .distinct()
    .where('space.round_id', '=', round)
    .where('space.exempted_at', 'is', null)
    .where('round_item.exempted_at', 'is', null)
    .execute()
  return rows.map(({ id }) => id)
}

/** Nobody writes to those whose account has ended: they have left. */
const reachable = (tx: Tx, spaces: Id[]) =>
  tx
    .selectFrom('responder')
    .leftJoin('person', 'person.mail', 'responder.mail')
    .select(['responder.id', 'responder.space_id'])
    .where('responder.space_id', 'in', spaces)
    .where('person.ended_at', 'is', null)
    .execute()
