import type { Id } from '#server/platform/db/ids.ts'
import { settled } from '#server/platform/db/constraints.ts'
import { insertOnce } from '#server/platform/db/once.ts'
import { changeVersioned } from '#server/platform/db/versions.ts'
import type { Tx } from '#server/platform/db/write.ts'
import { recordFact } from '#server/platform/facts.ts'
import { Invalid, NotFound } from '#server/platform/refusals.ts'
import { audienceHeld, changeable } from '../collaborations/finding.ts'
import type { Actor } from '../people/actor.ts'
import { leastOf, withinReach } from '../people/reach.ts'
import type { ChangedAssessment, NewAssessment } from './fields.ts'

/** One of each objective and period. */
const taken = {
  assessment_collaboration_id_objective_id_from_day_to_day_key: { from_day: 'taken' }
}

/** @throws Invalid `objective_id: not_a_choice` of another collaboration's; `from_day: taken` where it is written already. */
export async function addAssessment(
  tx: Tx,
  actor: Actor,
  collaboration: Id,
  { reach = 'public', objective_id = null, ...assessment }: NewAssessment
): Promise<Id> {
  await changeable(tx, actor, collaboration)
  if (objective_id) await refuseForeign(tx, collaboration, objective_id)
  const { id, made } = await insertOnce(
    tx,
    'assessment',
    {
      ...assessment,
      objective_id,
      collaboration_id: collaboration,
      reach,
      audience: leastOf(reach, await audienceHeld(tx, collaboration))
    },
    taken
  )
  if (made) await recordFact(tx, 'assessment.added', { kind: 'assessment', id })
  return id
}

/** @throws Conflict with the assessment as it stands when it was changed since `version`. */
export async function changeAssessment(
  tx: Tx,
  actor: Actor,
  id: Id,
  changes: ChangedAssessment
): Promise<void> {
  const collaboration = await collaborationOf(tx, actor, id)
  await changeable(tx, actor, collaboration)
  const whole = { ...changes, audience: leastOf(changes.reach, await audienceHeld(tx, collaboration)) }
  if (await settled(changeVersioned(tx, 'assessment', id, whole), taken))
    await recordFact(tx, 'assessment.changed', { kind: 'assessment', id })
}

/** Sent twice it does nothing more. What has been published keeps what it told. */
export async function removeAssessment(tx: Tx, actor: Actor, collaboration: Id, id: Id): Promise<void> {
  await changeable(tx, actor, collaboration)
  const { numDeletedRows } = await tx
    .deleteFrom('assessment')
    .where('id', '=', id)
    .where('collaboration_id', '=', collaboration)
    .executeTakeFirstOrThrow()
  if (numDeletedRows) await recordFact(tx, 'assessment.removed', { kind: 'assessment', id })
}

async function collaborationOf(tx: Tx, actor: Actor, id: Id): Promise<Id> {
  const { collaboration_id } = await tx
    .selectFrom('assessment')
    .select('collaboration_id')
    .where('id', '=', id)
    .where(withinReach(actor, { audience: 'audience', collaboration: 'collaboration_id' }))
    .executeTakeFirstOrThrow(() => new NotFound('assessment'))
  return collaboration_id
}

const refuseForeign = (tx: Tx, collaboration: Id, objective: Id) =>
  tx
    .selectFrom('objective')
    .select('id')
    .where('id', '=', objective)
    .where('collaboration_id', '=', collaboration)
    .executeTakeFirstOrThrow(() => new Invalid({ objective_id: 'not_a_choice' }))
