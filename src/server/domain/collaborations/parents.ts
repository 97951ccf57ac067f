import { sql } from 'kysely'
import type { Id } from '#server/platform/db/ids.ts'
import { changeWithTies, replaceTies, tiedTo } from '#server/platform/db/ties.ts'
import type { Tx } from '#server/platform/db/write.ts'
import { recordFact } from '#server/platform/facts.ts'
import { Invalid } from '#server/platform/refusals.ts'
import type { Actor } from '../people/actor.ts'
import type { ChangedParents } from './fields.ts'
import { changeable, seenAmong } from './finding.ts'
import { holdReaches, letAllBelowFollow } from './reaching.ts'

/**
 * What a collaboration lies under: one, several or none of those the actor sees; any that they don't see stay as they
 * were. It is then seen by no more than they are.
 * @throws Invalid `parent_ids: not_a_choice` for one that is not to be seen, `within_itself` for what would be a circle;
 * Conflict with what was chosen meanwhile.
 */
export async function changeParents(
  tx: Tx,
  actor: Actor,
  id: Id,
  { parent_ids, version }: ChangedParents
): Promise<void> {
  await holdReaches(tx)
  await changeable(tx, actor, id)
  const whose = { collaboration_id: id }
  const parents = () => tiedTo(tx, 'collaboration_parent', whose, 'parent_id')
  const before = await parents()
  const seen = await seenAmong(tx, actor, [...before, ...parent_ids])
  if (parent_ids.some((parent) => !seen.includes(parent))) throw new Invalid({ parent_ids: 'not_a_choice' })
  if (await isAboveAny(tx, id, parent_ids)) throw new Invalid({ parent_ids: 'within_itself' })
  const unseen = before.filter((parent) => !seen.includes(parent))
  const changed = await changeWithTies(
    tx,
    'collaboration',
    id,
    { version },
    {
      standing: async () => ({ parent_ids: (await parents()).filter((parent) => !unseen.includes(parent)) }),
      replace: () => replaceTies(tx, 'collaboration_parent', whose, 'parent_id', [...parent_ids, ...unseen])
    }
  )
  if (!changed) return
  await letAllBelowFollow(tx, id)
  await recordFact(
    tx,
    'collaboration.parents_changed',
    { kind: 'collaboration', id },
    { from: before.join(' ') }
  )
}

/** Whether any of `parents` is the collaboration itself, or lies under it. */
async function isAboveAny(tx: Tx, id: Id, parents: Id[]): Promise<boolean> {
  const { rows } = await sql`
    with recursive above as (
      select unnest(${parents}::uuid[]) as id
      union select p.parent_id from collaboration_parent p join above a on p.collaboration_id = a.id
    )
    select from above where id = ${id}`.execute(tx)
  return rows.length > 0
}
