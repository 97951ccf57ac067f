import type { Id } from '#server/platform/db/ids.ts'
import { visitor, type Actor } from '../../people/actor.ts'
import type { Reach } from '../../people/reach.ts'

/**
 * The publication's audience as a reader: what live blocks are computed as, whoever edits. Nobody in particular, so it
 * never sees what is an organisation's own unless the publication is for those who read the collaboration whole.
 */
export const readerOf = ({
  audience,
  collaboration_id
}: {
  audience: Reach
  collaboration_id: Id
}): Actor => ({
  ...visitor,
  partyIn: audience === 'parties' ? [collaboration_id] : [],
  reads: audience === 'own' ? [collaboration_id] : []
})
