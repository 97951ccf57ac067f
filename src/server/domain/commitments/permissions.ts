import { can as canInCollaboration, type JudgedCollaboration } from '../collaborations/permissions.ts'
import { isMemberOf, type Actor } from '../people/actor.ts'
import type { Id } from '#server/platform/db/ids.ts'

/** What rights in a commitment are reckoned from. */
export type JudgedCommitment = { stage: string; owner_id: Id | null; collaboration: JudgedCollaboration }

/**
 * The collaboration's coordinators change everything. Whoever is to carry it out words it while it is a proposal;
 * once agreed it is everyone's, and theirs to answer for. Partner's own words are for those who belong to it.
 */
export const can = (actor: Actor, { stage, owner_id, collaboration }: JudgedCommitment) => {
  const inside = canInCollaboration(actor, collaboration)
  const own = isMemberOf(actor, owner_id)
  const change = inside.change || (own && stage === 'proposed' && inside.propose)
  return {
    change,
    setStage: inside.change,
    setReach: inside.change,
    tie: inside.change,
    seeInside: inside.seeInside || own
  }
}
