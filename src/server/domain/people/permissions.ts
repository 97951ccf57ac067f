import type { Actor } from './actor.ts'

/** Who people are and what they may do is the administrators' alone. */
export const can = (actor: Actor) => ({
  list: actor.administrator,
  create: actor.administrator,
  change: actor.administrator,
  grant: actor.administrator,
  end: actor.administrator
})
