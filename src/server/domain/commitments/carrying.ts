import { sql } from 'kysely'
import type { Id } from '#server/platform/db/ids.ts'
import type { Db, Tx } from '#server/platform/db/write.ts'
import { Invalid } from '#server/platform/refusals.ts'
import type { Told } from '../collaborations/collaborations.ts'
import { seenAmong } from '../collaborations/finding.ts'
import type { Actor } from '../people/actor.ts'
import { commitmentReach } from './finding.ts'

export type Carried = { number: number; title: string; collaboration: Told }

/** The commitments of others that a collaboration carries, as far as this reader sees. */
export async function listCarried(db: Db, actor: Actor, collaboration: Id): Promise<Carried[]> {
  const { rows } = await sql<Carried>`
    select c.number, c.title, json_build_object('slug', b.slug, 'name', b.name, 'language', b.language) as collaboration
    from commitment c join collaboration b on b.id = c.collaboration_id
    where c.carried_by_id = ${collaboration} and ${commitmentReach(actor, 'c')}
    order by b.name collate "sv-x-icu", c.number limit 300`.execute(db)
  return rows
}

type Carrying = { collaboration_id: Id; carried_by_id: Id | null }

/**
 * Which collaboration carries a commitment when `given` is chosen: another than its own, that the actor sees. One that
 * they don't see stays where none is chosen. @throws Invalid `carried_by_id: not_a_choice`.
 */
export async function carrierOf(
  tx: Tx,
  actor: Actor,
  { collaboration_id, carried_by_id: before }: Carrying,
  given: Id | null
): Promise<Id | null> {
  if (given === before) return given
  const seen = await seenAmong(
    tx,
    actor,
    [given, before].filter((id) => id !== null)
  )
  if (given === null) return before !== null && !seen.includes(before) ? before : null
  if (given === collaboration_id || !seen.includes(given))
    throw new Invalid({ carried_by_id: 'not_a_choice' })
  return given
}
