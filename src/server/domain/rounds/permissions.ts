import type { Id } from '#server/platform/db/ids.ts'
import { isCoordinatorOf, type Actor } from '../people/actor.ts'

/** A round is its coordinators' workplace: who has not answered is named nowhere else. */
export const can = (actor: Actor, collaboration: Id) => {
  const coordinates = isCoordinatorOf(actor, collaboration)
  return {
    read: coordinates,
    plan: coordinates,
    open: coordinates,
    close: coordinates,
    ask: coordinates,
    remind: coordinates
  }
}
