import { newId, type Id } from '#server/platform/db/ids.ts'
import type { Db, Tx } from '#server/platform/db/write.ts'
import { recordFact } from '#server/platform/facts.ts'
import { Invalid, NotAllowed, NotFound } from '#server/platform/refusals.ts'
import type { Actor } from '../people/actor.ts'
import type { NewClassification } from './fields.ts'
import { can } from './permissions.ts'

/** What others have classified the area as, what holds now first. */
export const listClassifications = (db: Db, id: Id) =>
  db
    .selectFrom('area_classification')
    .select(['id', 'made_by', 'scheme', 'level', 'from_day', 'to_day', 'precision', 'aim_to_leave', 'source'])
    .where('area_id', '=', id)
    .orderBy('to_day', (order) => order.desc().nullsFirst())
    .orderBy('id')
    .execute()

export async function classifyArea(tx: Tx, actor: Actor, area: Id, value: NewClassification): Promise<void> {
  if (!can(actor).change) throw new NotAllowed()
  const id = newId()
  await tx
    .insertInto('area_classification')
    .values({ id, area_id: area, ...value })
    .execute()
  await recordFact(tx, 'area.classified', { kind: 'area', id: area }, { classification: id })
}

type Ending = { classification_id: Id; ended_on: string }

/**
 * A classification held to this day and no longer. What has ended keeps its day.
 * @throws Invalid `ended_on: wrong_order` when it would end before it began.
 */
export async function endClassification(tx: Tx, actor: Actor, area: Id, ending: Ending): Promise<void> {
  if (!can(actor).change) throw new NotAllowed()
  const found = (await listClassifications(tx, area)).find(({ id }) => id === ending.classification_id)
  if (!found) throw new NotFound('classification')
  if (found.to_day) return
  const { ended_on } = ending
  if (found.from_day && ended_on < found.from_day) throw new Invalid({ ended_on: 'wrong_order' })
  await tx.updateTable('area_classification').set({ to_day: ended_on }).where('id', '=', found.id).execute()
  await recordFact(tx, 'area.classification_ended', { kind: 'area', id: area }, { classification: found.id })
}

type Former = { classification_id: Id }

/** For what was entered by mistake; what was true and is no longer is ended. */
export async function removeClassification(
  tx: Tx,
  actor: Actor,
  area: Id,
  { classification_id }: Former
): Promise<void> {
  if (!can(actor).change) throw new NotAllowed()
  const removed = await tx
    .deleteFrom('area_classification')
    .where('id', '=', classification_id)
    .where('area_id', '=', area)
    .executeTakeFirst()
  if (removed.numDeletedRows > 0n)
    await recordFact(
      tx,
      'area.classification_removed',
      { kind: 'area', id: area },
      { classification: classification_id }
    )
}
