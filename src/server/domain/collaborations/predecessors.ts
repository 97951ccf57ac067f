import { sql } from 'kysely'
import type { Id } from '#server/platform/db/ids.ts'
import type { Db, Tx } from '#server/platform/db/write.ts'
import { Invalid, NotFound } from '#server/platform/refusals.ts'
import type { Actor } from '../people/actor.ts'
import { reachOf } from './finding.ts'
import { holdReaches } from './reaching.ts'

/** The one that goes on, as far as its form says; `id` is null before it is made. */
export type Later = {
  id: Id | null
  kind_id: Id
  authority_id: Id
  main_area_id: Id
  area_ids: Id[]
}
export type Earlier = { value: Id; label: string; from_day: string | null; to_day: string | null }

/** It has ended, or says when it does. */
const endsOrEnding = sql<boolean>`(e.lifecycle in ('ended', 'in_ordinary_operations')
  or e.lifecycle = 'active' and e.to_day is not null)`

/** The same authority or kind, or an area in common or within one another. */
const isAlike = ({ kind_id, authority_id, main_area_id, area_ids }: Later) => sql<boolean>`
  (e.authority_id = ${authority_id} or e.kind_id = ${kind_id} or exists (
    select from area_path p, area_path q
    where p.area_id = any(${[main_area_id, ...area_ids]}::uuid[])
      and q.area_id in (select e.main_area_id union select area_id from collaboration_area where collaboration_id = e.id)
      and (p.ancestor_id = q.area_id or q.ancestor_id = p.area_id)))`

/** The collaboration itself and all that go on from it, in however many steps. */
const after = (id: Id | null) => sql`
  with recursive after as (select ${id}::uuid as id
    union select c.id from collaboration c join after a on c.predecessor_id = a.id)`

/**
 * What a collaboration may go on from, as far as this actor sees: what ends, is like it, and does not go on from it. For
 * one that is not made yet, all that ends. What it goes on from already stays among them.
 */
export async function listPredecessors(db: Db, actor: Actor, id: Id | null): Promise<Earlier[]> {
  const later = id ? await standing(db, id) : null
  const { rows } = await sql<Earlier>`${after(id)}
    select e.id as value, e.name as label, e.from_day, e.to_day from collaboration e
    where ${reachOf(actor, 'e')} and (e.id = ${later?.predecessor_id ?? null}::uuid
      or ${endsOrEnding} and ${later ? isAlike(later) : sql`true`}
        and not exists (select from after where after.id = e.id))
    order by e.name collate "sv-x-icu", e.from_day`.execute(db)
  return rows
}

async function standing(db: Db, id: Id): Promise<Later & { predecessor_id: Id | null }> {
  const { rows } = await sql<Later & { predecessor_id: Id | null }>`
    select id, kind_id, authority_id, main_area_id, predecessor_id,
      array(select area_id from collaboration_area where collaboration_id = c.id) as area_ids
    from collaboration c where id = ${id}`.execute(db)
  if (!rows[0]) throw new NotFound('collaboration')
  return rows[0]
}

type Judged = { own: boolean; circle: boolean; ends: boolean; alike: boolean }

/**
 * What a collaboration goes on from when `given` is chosen. What it went on from before stays as it is, also where whoever
 * writes does not see it and chooses none. Whoever changes this does it alone, so that two changes make no circle.
 * @throws Invalid `predecessor_id`, with why it cannot be.
 */
export async function predecessorOf(
  tx: Tx,
  actor: Actor,
  later: Later,
  { before, given }: { before: Id | null; given: Id | null }
): Promise<Id | null> {
  if (given === before) return given
  if (given === null) return (await isSeen(tx, actor, before)) ? null : before
  await holdReaches(tx)
  const { rows } = await sql<Judged>`${after(later.id)}
    select e.id = ${later.id}::uuid is true as own, exists (select from after where after.id = e.id) as circle,
      ${endsOrEnding} as ends, ${isAlike(later)} as alike
    from collaboration e where e.id = ${given} and ${reachOf(actor, 'e')}`.execute(tx)
  const refusal = refusalOf(rows[0])
  if (refusal) throw new Invalid({ predecessor_id: refusal })
  return given
}

function refusalOf(judged: Judged | undefined): string | null {
  if (!judged) return 'not_a_choice'
  if (judged.own) return 'predecessor_own'
  if (judged.circle) return 'predecessor_circle'
  if (!judged.ends) return 'predecessor_goes_on'
  return judged.alike ? null : 'predecessor_unlike'
}

async function isSeen(tx: Tx, actor: Actor, id: Id | null): Promise<boolean> {
  const { rows } =
    await sql`select from collaboration e where e.id = ${id}::uuid and ${reachOf(actor, 'e')}`.execute(tx)
  return rows.length > 0
}
