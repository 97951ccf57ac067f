import { settled } from '#server/platform/db/constraints.ts'
import type { Id } from '#server/platform/db/ids.ts'
import type { Db, Tx } from '#server/platform/db/write.ts'
import { recordFact } from '#server/platform/facts.ts'
import { NotAllowed } from '#server/platform/refusals.ts'
import type { Actor } from '../people/actor.ts'
import type { FormerCode, NewCode, NewParent } from './fields.ts'
import { can } from './permissions.ts'

/** What the area lies in directly, and by which division. */
export const listParents = (db: Db, id: Id) =>
  db
    .selectFrom('area_parent')
    .innerJoin('area', 'area.id', 'area_parent.parent_id')
    .select(['area.id', 'area.slug', 'area.name', 'area.to_day', 'area_parent.division'])
    .where('area_parent.area_id', '=', id)
    .orderBy('area.name')
    .execute()

/**
 * Lays the area in another by a division; said again of the same two, it changes the division.
 * @throws Invalid `parent_id: within_itself` when the other lies within it, `not_a_choice` when there is none.
 */
export async function addParent(
  tx: Tx,
  actor: Actor,
  id: Id,
  { parent_id, division }: NewParent
): Promise<void> {
  if (!can(actor).change) throw new NotAllowed()
  const insert = tx
    .insertInto('area_parent')
    .values({ area_id: id, parent_id, division })
    .onConflict((conflict) => conflict.columns(['area_id', 'parent_id']).doUpdateSet({ division }))
    .execute()
  const withinItself = { parent_id: 'within_itself' }
  await settled(insert, { area_within_itself: withinItself, area_parent_check: withinItself })
  await recordFact(tx, 'area.placed', { kind: 'area', id }, { parent: parent_id, division })
}

/** Takes the area out of another; nothing to do when it does not lie there. */
export async function removeParent(
  tx: Tx,
  actor: Actor,
  id: Id,
  { parent_id }: { parent_id: Id }
): Promise<void> {
  if (!can(actor).change) throw new NotAllowed()
  const removed = await tx
    .deleteFrom('area_parent')
    .where('area_id', '=', id)
    .where('parent_id', '=', parent_id)
    .executeTakeFirst()
  if (removed.numDeletedRows > 0n)
    await recordFact(tx, 'area.taken_out', { kind: 'area', id }, { parent: parent_id })
}

/** What others call it: in which division, of which edition. */
export const listCodes = (db: Db, id: Id) =>
  db
    .selectFrom('area_code')
    .select(['division', 'edition', 'code'])
    .where('area_id', '=', id)
    .orderBy('division')
    .orderBy('edition', 'desc')
    .execute()

/** Says the area's code in one edition of a division, anew if need be. */
export async function setCode(
  tx: Tx,
  actor: Actor,
  id: Id,
  { division, edition, code }: NewCode
): Promise<void> {
  if (!can(actor).change) throw new NotAllowed()
  await tx
    .insertInto('area_code')
    .values({ area_id: id, division, edition, code })
    .onConflict((conflict) => conflict.columns(['area_id', 'division', 'edition']).doUpdateSet({ code }))
    .execute()
  await recordFact(tx, 'area.coded', { kind: 'area', id }, { division, edition })
}

export async function removeCode(
  tx: Tx,
  actor: Actor,
  id: Id,
  { division, edition }: FormerCode
): Promise<void> {
  if (!can(actor).change) throw new NotAllowed()
  await tx
    .deleteFrom('area_code')
    .where('area_id', '=', id)
    .where('division', '=', division)
    .where('edition', '=', edition)
    .execute()
  await recordFact(tx, 'area.uncoded', { kind: 'area', id }, { division, edition })
}
