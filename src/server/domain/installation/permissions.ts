import type { Actor } from '../people/actor.ts'

export const can = (actor: Actor) => ({ change: actor.administrator })
