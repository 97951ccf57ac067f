import { settled } from '#server/platform/db/constraints.ts'
import { newId, type Id } from '#server/platform/db/ids.ts'
import { changeSlug, freeSlug, slugOf, slugOrTaken } from '#server/platform/db/slugs.ts'
import { replaceTies } from '#server/platform/db/ties.ts'
import { changeVersioned } from '#server/platform/db/versions.ts'
import type { Tx } from '#server/platform/db/write.ts'
import { recordFact } from '#server/platform/facts.ts'
import { Invalid, NotAllowed } from '#server/platform/refusals.ts'
import type { Actor } from '../people/actor.ts'
import type { ChangedArea, NewArea, NewBoundary, NewSlug, NewSuccessor } from './fields.ts'
import { can } from './permissions.ts'

/**
 * The slug of the new area: from its name where none is given, with a number where that is taken.
 * @throws Invalid `slug: taken` when the given one is, or was, another's.
 */
export async function createArea(tx: Tx, actor: Actor, { parent_ids, ...written }: NewArea): Promise<string> {
  if (!can(actor).create) throw new NotAllowed()
  const before = written.id ? await slugOf(tx, 'area', written.id) : undefined
  if (before) return before
  const slug = await freeSlug(tx, 'area', written.name, written.slug)
  const area = { ...written, id: written.id ?? newId(), slug }
  const made = await tx
    .insertInto('area')
    .values(area)
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  if (!made.numInsertedOrUpdatedRows) return slugOrTaken(tx, 'area', area.id)
  await replaceTies(tx, 'area_parent', { area_id: area.id }, 'parent_id', parent_ids)
  await recordFact(tx, 'area.created', { kind: 'area', id: area.id })
  return slug
}

type Changes = { version: number } & Record<string, unknown>

async function change(tx: Tx, actor: Actor, id: Id, changes: Changes, code: string): Promise<void> {
  if (!can(actor).change) throw new NotAllowed()
  if (await settled(changeVersioned(tx, 'area', id, changes)))
    await recordFact(tx, code, { kind: 'area', id })
}

/** @throws Conflict with the area as it stands when it was changed since `version`. */
export const changeArea = (tx: Tx, actor: Actor, id: Id, changes: ChangedArea) =>
  change(tx, actor, id, changes, 'area.changed')

/** @throws Conflict as `changeArea`. */
export const drawBoundary = (tx: Tx, actor: Actor, id: Id, changes: NewBoundary) =>
  change(tx, actor, id, changes, 'area.boundary_drawn')

/** Names the area that took its place when the division was redrawn. @throws Conflict as `changeArea`. */
export async function succeedArea(tx: Tx, actor: Actor, id: Id, changes: NewSuccessor): Promise<void> {
  if (changes.successor_id === id) throw new Invalid({ successor_id: 'within_itself' })
  await change(tx, actor, id, changes, 'area.succeeded')
}

/** Its address changes; the one it had still leads here. @throws Invalid `slug: taken`; Conflict as `changeArea`. */
export async function renameArea(tx: Tx, actor: Actor, id: Id, changes: NewSlug): Promise<void> {
  if (!can(actor).change) throw new NotAllowed()
  if (await changeSlug(tx, 'area', id, changes)) await recordFact(tx, 'area.renamed', { kind: 'area', id })
}
