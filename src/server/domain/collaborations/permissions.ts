import type { Db } from '#server/platform/db/write.ts'
import type { Id } from '#server/platform/db/ids.ts'
import { isCoordinatorOf, readsWhole, type Actor } from '../people/actor.ts'

/** What rights in a collaboration are judged by. */
export type JudgedCollaboration = { id: Id; lifecycle: string }

/**
 * Its coordinators change everything in it. Its parties may propose commitments of their own while it is being prepared
 * or runs. Those who belong to it see what is internal, and which of it is.
 */
export const can = (actor: Actor, { id, lifecycle }: JudgedCollaboration) => {
  const change = isCoordinatorOf(actor, id)
  const open = lifecycle === 'preparing' || lifecycle === 'active'
  return {
    change,
    propose: change || (open && actor.partyIn.includes(id) && actor.organisations.length > 0),
    seeInside: change || readsWhole(actor, id) || actor.partyIn.includes(id)
  }
}

/** Those who coordinate the installation, or an area, may begin collaborations there. */
export async function areasToCreateIn(db: Db, actor: Actor): Promise<'all' | Id[]> {
  if (actor.administrator || actor.coordinates === 'all') return 'all'
  if (!actor.person) return []
  const areas = await db
    .selectFrom('role_grant')
    .innerJoin('area_path', 'area_path.ancestor_id', 'role_grant.scope_id')
    .select('area_path.area_id')
    .distinct()
    .where('role_grant.person_id', '=', actor.person.id)
    .where('role_grant.role', '=', 'coordinator')
    .where('role_grant.scope_kind', '=', 'area')
    .execute()
  return areas.map((area) => area.area_id)
}

export const mayCreateIn = async (db: Db, actor: Actor, area: Id): Promise<boolean> => {
  const areas = await areasToCreateIn(db, actor)
  return areas === 'all' || areas.includes(area)
}
