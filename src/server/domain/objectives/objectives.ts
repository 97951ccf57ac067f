import { sql } from 'kysely'
import type { Id } from '#server/platform/db/ids.ts'
import { settled } from '#server/platform/db/constraints.ts'
import { insertOnce } from '#server/platform/db/once.ts'
import { changeVersioned } from '#server/platform/db/versions.ts'
import type { Db, Tx } from '#server/platform/db/write.ts'
import { recordFact } from '#server/platform/facts.ts'
import { Invalid, NotFound } from '#server/platform/refusals.ts'
import { changeable } from '../collaborations/finding.ts'
import type { Actor } from '../people/actor.ts'
import type { ChangedObjective, Direction, NewObjective } from './fields.ts'

/** A collaboration's plan, each level in its order. As public as the collaboration is. */
export const listObjectives = (db: Db, collaboration: Id) =>
  db
    .selectFrom('objective')
    .select(['id', 'version', 'parent_id', 'kind', 'sort', 'title', 'description'])
    .where('collaboration_id', '=', collaboration)
    .orderBy('sort')
    .orderBy('id')
    .execute()
export type Objective = Awaited<ReturnType<typeof listObjectives>>[number]

/** The tree stays within its collaboration: the parent's key holds it. */
const parent = { objective_collaboration_id_parent_id_fkey: { parent_id: 'not_a_choice' } }

/** Last among its equals. @throws Invalid `parent_id: not_a_choice` when the parent is another collaboration's. */
export async function addObjective(
  tx: Tx,
  actor: Actor,
  collaboration: Id,
  objective: NewObjective
): Promise<Id> {
  await changeable(tx, actor, collaboration)
  const already = objective.id ? await objectiveOf(tx, collaboration, objective.id) : undefined
  const { id, made } = await insertOnce(
    tx,
    'objective',
    {
      ...objective,
      collaboration_id: collaboration,
      sort: already?.sort ?? (await nextSort(tx, collaboration))
    },
    parent
  )
  if (made) await recordFact(tx, 'objective.added', { kind: 'objective', id })
  return id
}

/** @throws Conflict; Invalid when it would stand under itself. */
export async function changeObjective(
  tx: Tx,
  actor: Actor,
  collaboration: Id,
  id: Id,
  changes: ChangedObjective
): Promise<void> {
  await changeable(tx, actor, collaboration)
  if (!(await objectiveOf(tx, collaboration, id))) throw new NotFound('objective')
  if (changes.parent_id && (await standsUnder(tx, changes.parent_id, id)))
    throw new Invalid({ parent_id: 'not_a_choice' })
  if (await settled(changeVersioned(tx, 'objective', id, changes), parent))
    await recordFact(tx, 'objective.changed', { kind: 'objective', id })
}

/** Changes places with its nearest equal; at the end of the row nothing happens. */
export async function moveObjective(
  tx: Tx,
  actor: Actor,
  collaboration: Id,
  id: Id,
  direction: Direction
): Promise<void> {
  await changeable(tx, actor, collaboration)
  const moved = await objectiveOf(tx, collaboration, id)
  if (!moved) throw new NotFound('objective')
  const row = (await listObjectives(tx, collaboration)).filter(
    ({ parent_id }) => parent_id === moved.parent_id
  )
  const from = row.findIndex((objective) => objective.id === id)
  const to = direction === 'up' ? from - 1 : from + 1
  if (to < 0 || to >= row.length) return
  row.splice(to, 0, ...row.splice(from, 1))
  for (const [sort, objective] of row.entries())
    if (objective.sort !== sort)
      await tx.updateTable('objective').set({ sort }).where('id', '=', objective.id).execute()
  await recordFact(tx, 'objective.moved', { kind: 'objective', id }, { direction })
}

/** @throws Invalid `id: in_use` while commitments or other objectives stand under it, or it has been assessed. */
export async function removeObjective(tx: Tx, actor: Actor, collaboration: Id, id: Id): Promise<void> {
  await changeable(tx, actor, collaboration)
  const inUse = { id: 'in_use' }
  const removal = tx
    .deleteFrom('objective')
    .where('id', '=', id)
    .where('collaboration_id', '=', collaboration)
  const { numDeletedRows } = await settled(removal.executeTakeFirstOrThrow(), {
    objective_collaboration_id_parent_id_fkey: inUse,
    commitment_objective_collaboration_id_objective_id_fkey: inUse,
    assessment_objective_id_fkey: inUse
  })
  if (numDeletedRows) await recordFact(tx, 'objective.removed', { kind: 'objective', id })
}

const objectiveOf = (tx: Tx, collaboration: Id, id: Id) =>
  tx
    .selectFrom('objective')
    .select(['id', 'sort', 'parent_id'])
    .where('id', '=', id)
    .where('collaboration_id', '=', collaboration)
    .executeTakeFirst()

const nextSort = async (tx: Tx, collaboration: Id): Promise<number> => {
  const last = await tx
    .selectFrom('objective')
    .select((of) => of.fn.max('sort').as('sort'))
    .where('collaboration_id', '=', collaboration)
    .executeTakeFirst()
  return (last?.sort ?? -1) + 1
}

async function standsUnder(tx: Tx, id: Id, ancestor: Id): Promise<boolean> {
  const { rows } = await sql`
    with recursive above as (
      select id, parent_id from objective where id = ${id}
      union select o.id, o.parent_id from objective o join above a on a.parent_id = o.id
    )
    select from above where id = ${ancestor}`.execute(tx)
  return rows.length > 0
}
