import type { Id } from '#server/platform/db/ids.ts'
import type { Db } from '#server/platform/db/write.ts'
import { NotAllowed, NotFound } from '#server/platform/refusals.ts'
import type { Actor } from '../people/actor.ts'
import { withinReach } from '../people/reach.ts'
import { can } from './permissions.ts'

export const collaborationReach = (actor: Actor) =>
  withinReach(actor, {
    audience: 'collaboration.audience',
    collaboration: 'collaboration.id',
    owner: 'collaboration.authority_id'
  })

/** What commands need to know of a collaboration before they write in it. @throws NotFound when it is not to be seen. */
export const standingOf = (db: Db, actor: Actor, id: Id) =>
  db
    .selectFrom('collaboration')
    .select(['id', 'slug', 'lifecycle', 'audience', 'version'])
    .where('id', '=', id)
    .where(collaborationReach(actor))
    .executeTakeFirstOrThrow(() => new NotFound('collaboration'))

/** @throws NotFound when it is not to be seen, NotAllowed when it is not theirs to change. */
export async function changeable(db: Db, actor: Actor, id: Id) {
  const collaboration = await standingOf(db, actor, id)
  if (!can(actor, collaboration).change) throw new NotAllowed()
  return collaboration
}
