import { sql } from 'kysely'
import { newId, type Id } from '#server/platform/db/ids.ts'
import type { Tx } from '#server/platform/db/write.ts'
import { Invalid, NotFound } from '#server/platform/refusals.ts'
import type { Actor } from '../people/actor.ts'
import { contactsOf } from './contacts.ts'
import { can } from './permissions.ts'
import { addPlanned } from './responders.ts'

export type PlannedRound = {
  id: Id
  collaboration_id: Id
  state: string
  due_on: string
  questions: unknown
}
const columns = [
  'round.id',
  'round.collaboration_id',
  'round.state',
  'round.due_on',
  'round.questions'
] as const

/**
 * The round whose plan is about to be changed: what opens or closes it waits.
 * @throws NotFound for everyone but its coordinators; Invalid `form: round_closed`.
 */
export async function roundToPlan(tx: Tx, actor: Actor, id: Id): Promise<PlannedRound> {
  const round = await tx
    .selectFrom('round')
    .select(columns)
    .where('id', '=', id)
    .forShare()
    .executeTakeFirst()
  return planned(actor, round, 'round')
}

/** The same by one of its spaces; whoever saves or sends in there waits, or is waited for. */
export async function spaceToPlan(tx: Tx, actor: Actor, id: Id) {
  await tx.selectFrom('space').select('id').where('id', '=', id).forNoKeyUpdate().execute()
  const space = await tx
    .selectFrom('space')
    .innerJoin('round', 'round.id', 'space.round_id')
    .select(columns)
    .select(['space.id as space', 'space.organisation_id', 'space.due_on as own_due_on', 'space.exempted_at'])
    .where('space.id', '=', id)
    .forShare('round')
    .executeTakeFirst()
  return planned(actor, space, 'space')
}

function planned<R extends PlannedRound>(actor: Actor, round: R | undefined, what: string): R {
  if (!round || !can(actor, round.collaboration_id).plan) throw new NotFound(what)
  if (round.state === 'closed') throw new Invalid({ form: 'round_closed' })
  return round
}

/** The same by one of its items. @throws Invalid `form: already_sent` where an answer to it has come in. */
export async function itemToPlan(tx: Tx, actor: Actor, id: Id) {
  const of = await tx.selectFrom('round_item').select('space_id').where('id', '=', id).executeTakeFirst()
  if (!of) throw new NotFound('item')
  const round = await spaceToPlan(tx, actor, of.space_id)
  const item = await tx
    .selectFrom('round_item')
    .leftJoin('report', 'report.item_id', 'round_item.id')
    .select(['round_item.about', 'round_item.commitment_id', 'round_item.running', 'round_item.exempted_at'])
    .select(['round_item.handed_to_id', 'report.id as report_id'])
    .where('round_item.id', '=', id)
    .where('round_item.space_id', '=', round.space)
    .executeTakeFirstOrThrow(() => new NotFound('item'))
  if (item.report_id) throw new Invalid({ form: 'already_sent' })
  return { round, item }
}

/** The spaces of the organisations in a round, made where there are none, each with those who are its contacts now. */
export async function spacesFor(tx: Tx, round: PlannedRound, organisations: Id[]): Promise<Map<Id, Id>> {
  if (organisations.length === 0) return new Map()
  const wanted = [...new Set(organisations)].map((organisation_id) => ({
    ...{ id: newId(), round_id: round.id, organisation_id }
  }))
  const made = await tx
    .insertInto('space')
    .values(wanted)
    .onConflict((conflict) => conflict.columns(['round_id', 'organisation_id']).doNothing())
    .returning(['id', 'organisation_id'])
    .execute()
  const contacts = await contactsOf(
    tx,
    round.collaboration_id,
    made.map(({ organisation_id }) => organisation_id)
  )
  await addPlanned(
    tx,
    made.flatMap(({ id, organisation_id }) =>
      (contacts.get(organisation_id) ?? []).map(({ name, mail }) => ({ space: id, name, mail }))
    )
  )
  const all = await tx
    .selectFrom('space')
    .select(['id', 'organisation_id'])
    .where('round_id', '=', round.id)
    .where('organisation_id', 'in', organisations)
    .execute()
  return new Map(all.map(({ id, organisation_id }) => [organisation_id, id]))
}

/** Whoever is left with nothing to answer in a round that is prepared is not in it. */
export async function dropEmpty(tx: Tx, round: PlannedRound, space?: Id): Promise<void> {
  if (round.state !== 'preparing') return
  const { rows } = await sql<{ id: Id }>`select id from space where round_id = ${round.id}
    and (${space ?? null}::uuid is null or id = ${space ?? null})
    and not exists (select from round_item i where i.space_id = space.id
      and (${space ?? null}::uuid is null or i.about = 'commitment' or i.about = 'collaboration'))`.execute(
    tx
  )
  const empty = rows.map(({ id }) => id)
  if (empty.length === 0) return
  await tx.deleteFrom('round_item').where('space_id', 'in', empty).execute()
  await tx.deleteFrom('responder').where('space_id', 'in', empty).execute()
  await tx.deleteFrom('space').where('id', 'in', empty).execute()
}
