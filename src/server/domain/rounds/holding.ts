import { sql } from 'kysely'
import * as v from 'valibot'
import { now } from '#server/platform/clock.ts'
import type { Id } from '#server/platform/db/ids.ts'
import type { Db, Tx } from '#server/platform/db/write.ts'
import { recordFact } from '#server/platform/facts.ts'
import { id } from '#server/platform/forms/fields.ts'
import { Invalid } from '#server/platform/refusals.ts'
import { queueMessage } from '../messages/messages.ts'
import type { Actor } from '../people/actor.ts'
import { findRoundById, type Round } from './rounds.ts'

export const newHolder = v.object({ person: id() })
export type Holder = { id: Id; name: string; position: string | null }

/** Those who coordinate the collaboration, by name: the ones a round can be handed to. */
export async function listHolders(db: Db, { collaboration_id }: Pick<Round, 'collaboration_id'>) {
  const { rows } = await sql<Holder>`
    select p.id, p.name, p.position from person p
    where p.ended_at is null and exists (
      select from role_grant g where g.person_id = p.id and g.role = 'coordinator' and (
        g.scope_kind = 'installation'
        or (g.scope_kind = 'collaboration' and g.scope_id = ${collaboration_id})
        or (g.scope_kind = 'area' and g.scope_id in (
          select a.ancestor_id from area_path a join collaboration c on c.main_area_id = a.area_id
          where c.id = ${collaboration_id}))))
    order by p.name collate "sv-x-icu", p.id`.execute(db)
  return rows
}

/** Who has it now, by name; null where nobody is named. */
export async function findHolder(db: Db, { held_by }: Pick<Round, 'held_by'>): Promise<Holder | null> {
  const person = db.selectFrom('person').select(['id', 'name', 'position']).where('id', '=', held_by)
  return (await person.executeTakeFirst()) ?? null
}

/**
 * From now on the round, with the replies and reminders of it, is that coordinator's. They are told by mail.
 * @throws NotFound for everyone but its coordinators; Invalid `person: not_a_choice`, `form: round_closed`.
 */
export async function handOverRound(tx: Tx, actor: Actor, round: Id, person: Id): Promise<void> {
  await tx.selectFrom('round').select('id').where('id', '=', round).forUpdate().execute()
  const { collaboration_id, state, held_by } = await findRoundById(tx, actor, round)
  if (state === 'closed') throw new Invalid({ form: 'round_closed' })
  const holders = await listHolders(tx, { collaboration_id })
  if (!holders.some(({ id: one }) => one === person)) throw new Invalid({ person: 'not_a_choice' })
  if (held_by === person) return
  await tx
    .updateTable('round')
    .set((eb) => ({ held_by: person, version: eb('version', '+', 1) }))
    .where('id', '=', round)
    .execute()
  await recordFact(tx, 'round.handed_over', { kind: 'round', id: round }, { person })
  if (person === actor.person?.id) return
  await queueMessage(tx, 'round_handed_over', `round_handed_over:${round}:${person}:${+now()}`, {
    round_id: round,
    person_id: person
  })
}
