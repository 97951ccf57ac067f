import type { Actor } from '../people/actor.ts'

/** Areas belong to the installation: its administrators and coordinators keep them. */
export const can = (actor: Actor) => ({
  create: actor.administrator || actor.coordinates === 'all',
  change: actor.administrator || actor.coordinates === 'all'
})
