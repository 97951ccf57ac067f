import { newId, type Id } from '#server/platform/db/ids.ts'
import { changeVersioned } from '#server/platform/db/versions.ts'
import type { Tx } from '#server/platform/db/write.ts'
import { recordFact } from '#server/platform/facts.ts'
import { Invalid, NotAllowed } from '#server/platform/refusals.ts'
import type { Actor } from '../people/actor.ts'
import type { ChangedArea, NewArea } from './fields.ts'
import { can } from './permissions.ts'

/** @throws Invalid `slug: taken` when another area has the slug. */
export async function createArea(tx: Tx, actor: Actor, { parent_ids, ...area }: NewArea): Promise<Id> {
  if (!can(actor).create) throw new NotAllowed()
  const made = await tx
    .insertInto('area')
    .values({ id: newId(), ...area })
    .onConflict((conflict) => conflict.column('slug').doNothing())
    .returning('id')
    .executeTakeFirst()
  if (!made) throw new Invalid({ slug: 'taken' })
  if (parent_ids.length > 0)
    await tx
      .insertInto('area_parent')
      .values(parent_ids.map((parent_id) => ({ area_id: made.id, parent_id })))
      .execute()
  await recordFact(tx, 'area.created', { kind: 'area', id: made.id })
  return made.id
}

/** @throws Conflict with the area as it stands when it was changed since `version`. */
export async function changeArea(tx: Tx, actor: Actor, id: Id, changes: ChangedArea): Promise<void> {
  if (!can(actor).change) throw new NotAllowed()
  if (await changeVersioned(tx, 'area', id, changes)) await recordFact(tx, 'area.changed', { kind: 'area', id })
}
