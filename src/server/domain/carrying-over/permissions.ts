import type { Id } from '#server/platform/db/ids.ts'
import { isCoordinatorOf, type Actor } from '../people/actor.ts'

/** A collaboration, and one that goes on from it. */
export type Pair = { earlier: Id; successor: Id }

/**
 * What goes on is chosen by whoever coordinates both: the choices tell what is internal in the one, and write in the
 * other. Whoever coordinates the earlier one may begin one that goes on.
 */
export const can = (actor: Actor, { earlier, successor }: Pair) => {
  const both = isCoordinatorOf(actor, earlier) && isCoordinatorOf(actor, successor)
  return { see: both, choose: both, undo: both, ask: both, carry: both }
}

export const canBegin = (actor: Actor, earlier: Id): boolean => isCoordinatorOf(actor, earlier)
