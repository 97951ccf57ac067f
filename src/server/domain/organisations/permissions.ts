import type { Id } from '#server/platform/db/ids.ts'
import { isMemberOf, type Actor } from '../people/actor.ts'

/**
 * Organisations belong to the installation: its administrators and coordinators keep them. A coordinator of one
 * collaboration may add one that is missing, and an organisation's own members keep how it is described. Where it is
 * reached is its representatives' to say: personal links are sent there.
 */
export const can = (actor: Actor, organisation: Id | null = null) => {
  const keeps = actor.administrator || actor.coordinates === 'all'
  return {
    create: keeps || actor.coordinates.length > 0,
    change: keeps || isMemberOf(actor, organisation),
    contact: keeps || (organisation !== null && actor.represents.includes(organisation)),
    place: keeps
  }
}
