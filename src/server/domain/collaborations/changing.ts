import type { Id } from '#server/platform/db/ids.ts'
import { settled } from '#server/platform/db/constraints.ts'
import { changeSlug } from '#server/platform/db/slugs.ts'
import { changeWithTies, replaceTies, tiedTo } from '#server/platform/db/ties.ts'
import type { Tx } from '#server/platform/db/write.ts'
import { recordFact } from '#server/platform/facts.ts'
import { Invalid } from '#server/platform/refusals.ts'
import type { Actor } from '../people/actor.ts'
import type { ChangedCollaboration } from './fields.ts'
import { changeable } from './finding.ts'
import { mayCreateIn } from './permissions.ts'
import { predecessorOf } from './predecessors.ts'

/**
 * @throws Conflict with the collaboration as it stands when it was changed since `version`; Invalid when it would be
 * moved to an area where the actor may not begin any.
 */
export async function changeCollaboration(
  tx: Tx,
  actor: Actor,
  id: Id,
  { area_ids, ...given }: ChangedCollaboration
): Promise<void> {
  const { predecessor_id: before, kind_id } = await standingOf(tx, actor, id)
  await guardMove(tx, actor, id, given.main_area_id)
  const later = { ...given, id, kind_id, area_ids }
  const predecessor_id = await predecessorOf(tx, actor, later, { before, given: given.predecessor_id })
  const changes = { ...given, predecessor_id }
  const whose = { collaboration_id: id }
  const change = changeWithTies(tx, 'collaboration', id, changes, {
    standing: async () => ({ area_ids: await tiedTo(tx, 'collaboration_area', whose, 'area_id') }),
    replace: () => replaceTies(tx, 'collaboration_area', whose, 'area_id', area_ids)
  })
  if (await settled(change)) await recordFact(tx, 'collaboration.changed', { kind: 'collaboration', id })
}

async function standingOf(tx: Tx, actor: Actor, id: Id) {
  await changeable(tx, actor, id)
  return tx
    .selectFrom('collaboration')
    .select(['predecessor_id', 'kind_id'])
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
}

/** Area roles reach what lies in their area, so moving it there would give it to, or take it from, others. */
async function guardMove(tx: Tx, actor: Actor, id: Id, to: Id): Promise<void> {
  const { main_area_id } = await tx
    .selectFrom('collaboration')
    .select('main_area_id')
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  if (main_area_id !== to && !(await mayCreateIn(tx, actor, to)))
    throw new Invalid({ main_area_id: 'not_yours' })
}

/** Its old address goes on leading to it. @throws Invalid `slug: taken`; Conflict. */
export async function renameCollaboration(
  tx: Tx,
  actor: Actor,
  id: Id,
  to: { slug: string; version: number }
): Promise<void> {
  const { slug: former } = await changeable(tx, actor, id)
  if (await changeSlug(tx, 'collaboration', id, to))
    await recordFact(
      tx,
      'collaboration.renamed',
      { kind: 'collaboration', id },
      { from: former, to: to.slug }
    )
}
