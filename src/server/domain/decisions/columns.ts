import type { Actor } from '../people/actor.ts'
import { withinReach } from '../people/reach.ts'

/** What a decision says, in the order that it is read. */
export const decisionColumns = [
  'decision.id',
  'decision.version',
  'decision.kind',
  'decision.body',
  'decision.decided_on',
  'decision.section',
  'decision.case_number',
  'decision.wording',
  'decision.adjusted_on',
  'decision.posted_on',
  'decision.sent_to',
  'decision.reach',
  'decision.audience'
] as const

/** The decisions that exist for this reader. */
export const decisionReach = (actor: Actor) =>
  withinReach(actor, { audience: 'decision.audience', collaboration: 'decision.collaboration_id' })
