import type { Id } from '#server/platform/db/ids.ts'
import { isCoordinatorOf, readsWhole, type Actor } from '../people/actor.ts'

/** Whoever coordinates the collaboration compiles its reports; those who read it whole read them as they take shape. */
export const can = (
  actor: Actor,
  { collaboration_id, published }: { collaboration_id: Id; published: boolean }
) => {
  const coordinates = isCoordinatorOf(actor, collaboration_id)
  return {
    readDraft: readsWhole(actor, collaboration_id),
    change: coordinates,
    /** What has been published keeps its blocks and its readers: editions are read with them. */
    removeBlock: coordinates && !published,
    changeReach: coordinates && !published,
    publish: coordinates
  }
}
export type Can = ReturnType<typeof can>

export const canCreate = (actor: Actor, collaboration: Id): boolean => isCoordinatorOf(actor, collaboration)
