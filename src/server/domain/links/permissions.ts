import type { Id } from '#server/platform/db/ids.ts'
import { isCoordinatorOf, type Actor } from '../people/actor.ts'

/** Coordinators send links and withdraw them; nobody but its responder may open one. */
export const can = (actor: Actor, collaboration: Id) => {
  const coordinates = isCoordinatorOf(actor, collaboration)
  return { send: coordinates, withdraw: coordinates }
}
