import type { Id } from '#server/platform/db/ids.ts'
import { isCoordinatorOf, type Actor } from '../people/actor.ts'

/** Whoever compiles a report asks others to read it, sees what they say and settles it; nobody else does. */
export const can = (actor: Actor, { collaboration_id }: { collaboration_id: Id }) => {
  const coordinates = isCoordinatorOf(actor, collaboration_id)
  return { ask: coordinates, follow: coordinates, settle: coordinates }
}
