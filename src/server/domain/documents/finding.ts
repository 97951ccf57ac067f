import type { Id } from '#server/platform/db/ids.ts'
import type { Db } from '#server/platform/db/write.ts'
import { NotFound } from '#server/platform/refusals.ts'
import type { Actor } from '../people/actor.ts'
import { withinReach } from '../people/reach.ts'

export const documentReach = (actor: Actor) =>
  withinReach(actor, { audience: 'document.audience', collaboration: 'document.collaboration_id' })

/** What commands need to know of a document before they write. @throws NotFound when it is not to be seen. */
export const seenDocument = (db: Db, actor: Actor, id: Id) =>
  db
    .selectFrom('document')
    .select(['id', 'collaboration_id', 'file_id', 'file_name'])
    .where('id', '=', id)
    .where(documentReach(actor))
    .executeTakeFirstOrThrow(() => new NotFound('document'))
