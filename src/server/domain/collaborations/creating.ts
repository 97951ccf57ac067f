import { newId, type Id } from '#server/platform/db/ids.ts'
import { settled } from '#server/platform/db/constraints.ts'
import { freeSlug } from '#server/platform/db/slugs.ts'
import { replaceTies } from '#server/platform/db/ties.ts'
import type { Tx } from '#server/platform/db/write.ts'
import { recordFact } from '#server/platform/facts.ts'
import { NotAllowed } from '#server/platform/refusals.ts'
import type { Actor } from '../people/actor.ts'
import type { NewCollaboration } from './fields.ts'
import { mayCreateIn } from './permissions.ts'
import { predecessorOf } from './predecessors.ts'
import { holdReaches, letAllBelowFollow } from './reaching.ts'

export type Made = { id: Id; slug: string }

/**
 * Begins a collaboration. Its address comes from its name, with a number where that is taken.
 * @throws Invalid `slug: taken` when a given slug is another's, `predecessor_id` with why it can't go on from that; `not_a_choice` for what there is none of.
 */
export async function createCollaboration(tx: Tx, actor: Actor, given: NewCollaboration): Promise<Made> {
  if (!(await mayCreateIn(tx, actor, given.main_area_id))) throw new NotAllowed()
  const later = { ...given, id: null, area_ids: given.area_ids ?? [] }
  await predecessorOf(tx, actor, later, { before: null, given: given.predecessor_id })
  return insertCollaboration(tx, given)
}

/** The same for whoever may begin it for another reason than that they coordinate the place. */
export async function insertCollaboration(
  tx: Tx,
  { id, slug, area_ids = [], parent_ids = [], ...described }: NewCollaboration
): Promise<Made> {
  const before = id ? await byId(tx, id) : undefined
  if (before?.name === described.name) return { id: before.id, slug: before.slug }
  if (parent_ids.length > 0) await holdReaches(tx)
  const made = await settled(
    tx
      .insertInto('collaboration')
      .values({
        ...described,
        id: before || !id ? newId() : id,
        slug: await freeSlug(tx, 'collaboration', described.name, slug),
        audience: described.reach
      })
      .onConflict((conflict) => conflict.column('id').doNothing())
      .returning(['id', 'slug'])
      .executeTakeFirst(),
    { collaboration_slug_key: { slug: 'taken' } }
  )
  // The same form sent twice at once: the other made it while this one waited.
  if (!made) return insertCollaboration(tx, { ...described, id, area_ids, parent_ids })
  await replaceTies(tx, 'collaboration_area', { collaboration_id: made.id }, 'area_id', area_ids)
  await replaceTies(tx, 'collaboration_parent', { collaboration_id: made.id }, 'parent_id', parent_ids)
  if (parent_ids.length > 0) await letAllBelowFollow(tx, made.id)
  await recordFact(tx, 'collaboration.created', { kind: 'collaboration', id: made.id })
  return made
}

/** The form that makes it carries an id, so that one sent twice makes one. */
const byId = (tx: Tx, id: Id) =>
  tx.selectFrom('collaboration').select(['id', 'slug', 'name']).where('id', '=', id).executeTakeFirst()
