import type { Id } from '#server/platform/db/ids.ts'
import type { Db, Tx } from '#server/platform/db/write.ts'
import { NotAllowed, NotFound } from '#server/platform/refusals.ts'
import { seenCollaboration } from '../collaborations/finding.ts'
import type { Actor } from '../people/actor.ts'
import { withinReach } from '../people/reach.ts'
import { can } from './permissions.ts'

export const commitmentReach = (actor: Actor, alias = 'commitment') =>
  withinReach(actor, {
    audience: `${alias}.audience`,
    collaboration: `${alias}.collaboration_id`,
    owner: `${alias}.owner_id`
  })

/** @throws NotFound when it, or its collaboration, is not to be seen. */
async function seenCommitment(db: Db, actor: Actor, id: Id) {
  const commitment = await db
    .selectFrom('commitment')
    .select([
      'id',
      'version',
      'number',
      'stage',
      'owner_id',
      'wording_id',
      'audience',
      'collaboration_id',
      'carried_by_id'
    ])
    .where('id', '=', id)
    .where(commitmentReach(actor))
    .executeTakeFirstOrThrow(() => new NotFound('commitment'))
  return {
    ...commitment,
    collaboration: await seenCollaboration(db, actor, commitment.collaboration_id)
  }
}

type Right = 'change' | 'setStage' | 'setReach' | 'tie'

/** @throws NotFound when it is not to be seen, NotAllowed when this is not theirs to do. */
export async function commitmentTo(right: Right, tx: Tx, actor: Actor, id: Id) {
  const commitment = await seenCommitment(tx, actor, id)
  if (!can(actor, commitment)[right]) throw new NotAllowed()
  return commitment
}
