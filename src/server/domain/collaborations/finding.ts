import { sql } from 'kysely'
import type { Id } from '#server/platform/db/ids.ts'
import type { Db, Tx } from '#server/platform/db/write.ts'
import { NotAllowed, NotFound } from '#server/platform/refusals.ts'
import type { Actor } from '../people/actor.ts'
import { withinReach, type Reach } from '../people/reach.ts'
import { can } from './permissions.ts'

export const reachOf = (actor: Actor, alias: string) =>
  withinReach(actor, {
    audience: `${alias}.audience`,
    collaboration: `${alias}.id`,
    owner: `${alias}.authority_id`
  })
export const collaborationReach = (actor: Actor) => reachOf(actor, 'collaboration')

/** What commands need to know of a collaboration before they write in it. @throws NotFound when it is not to be seen. */
export const seenCollaboration = (db: Db, actor: Actor, id: Id) =>
  db
    .selectFrom('collaboration')
    .select(['id', 'slug', 'lifecycle', 'audience', 'version'])
    .where('id', '=', id)
    .where(collaborationReach(actor))
    .executeTakeFirstOrThrow(() => new NotFound('collaboration'))

/**
 * How far what is written in it now may be seen. Held until the transaction ends: whoever narrows it meanwhile waits,
 * and finds what was written.
 */
export async function audienceHeld(tx: Tx, id: Id): Promise<Reach> {
  const { audience } = await tx
    .selectFrom('collaboration')
    .select('audience')
    .where('id', '=', id)
    .forShare()
    .executeTakeFirstOrThrow(() => new NotFound('collaboration'))
  return audience
}

/** @throws NotFound when it is not to be seen, NotAllowed when it is not theirs to change. */
export async function changeable(db: Db, actor: Actor, id: Id) {
  const collaboration = await seenCollaboration(db, actor, id)
  if (!can(actor, collaboration).change) throw new NotAllowed()
  return collaboration
}

/** Those of `ids` that the actor may see. */
export async function seenAmong(db: Db, actor: Actor, ids: Id[]): Promise<Id[]> {
  const rows = await db
    .selectFrom('collaboration')
    .select('id')
    .where(sql<boolean>`id = any(${ids}::uuid[])`)
    .where(collaborationReach(actor))
    .execute()
  return rows.map((row) => row.id)
}
