import type { Actor } from '../people/actor.ts'

/** Kinds are the installation's set-up: its administrators keep them. */
export const can = (actor: Actor) => ({ create: actor.administrator, change: actor.administrator })
