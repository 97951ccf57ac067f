import type { Id } from '#server/platform/db/ids.ts'
import { isCoordinatorOf, type Actor } from '../people/actor.ts'

/** What is counted together is decided by those who read the answers. */
export const can = (actor: Actor, collaboration: Id) => ({ merge: isCoordinatorOf(actor, collaboration) })
