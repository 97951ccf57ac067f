import type { Id } from '#server/platform/db/ids.ts'
import { insertOnce } from '#server/platform/db/once.ts'
import { changeVersioned } from '#server/platform/db/versions.ts'
import type { Db, Tx } from '#server/platform/db/write.ts'
import { recordFact } from '#server/platform/facts.ts'
import { NotFound } from '#server/platform/refusals.ts'
import { audienceHeld, changeable } from '../collaborations/finding.ts'
import type { Actor } from '../people/actor.ts'
import { leastOf, withinReach } from '../people/reach.ts'
import type { ChangedDecision, NewDecision } from './fields.ts'

const decisionReach = (actor: Actor) =>
  withinReach(actor, { audience: 'decision.audience', collaboration: 'decision.collaboration_id' })

/** A collaboration's decisions, the latest first. */
export const listDecisions = (db: Db, actor: Actor, collaboration: Id) =>
  db
    .selectFrom('decision')
    .select([
      'decision.id',
      'decision.version',
      'decision.kind',
      'decision.body',
      'decision.decided_on',
      'decision.section',
      'decision.case_number',
      'decision.wording',
      'decision.reach',
      'decision.audience'
    ])
    .where('decision.collaboration_id', '=', collaboration)
    .where(decisionReach(actor))
    .orderBy('decision.decided_on', (order) => order.desc().nullsLast())
    .orderBy('decision.id', 'desc')
    .execute()
export type Decision = Awaited<ReturnType<typeof listDecisions>>[number]

export async function addDecision(
  tx: Tx,
  actor: Actor,
  collaborationId: Id,
  { id, reach = 'public', ...decision }: NewDecision
): Promise<Id> {
  await changeable(tx, actor, collaborationId)
  const made = await insertOnce(tx, 'decision', {
    id,
    kind: 'decision',
    ...decision,
    collaboration_id: collaborationId,
    reach,
    audience: leastOf(reach, await audienceHeld(tx, collaborationId))
  })
  if (!made.made) return made.id
  await tx
    .insertInto('decision_about')
    .values({ decision_id: made.id, subject_kind: 'collaboration', subject_id: collaborationId })
    .execute()
  await recordFact(tx, 'decision.added', { kind: 'decision', id: made.id })
  return made.id
}

/** @throws Conflict with the decision as it stands when it was changed since `version`. */
export async function changeDecision(tx: Tx, actor: Actor, id: Id, changes: ChangedDecision): Promise<void> {
  const { collaboration_id } = await tx
    .selectFrom('decision')
    .select('collaboration_id')
    .where('id', '=', id)
    .where(decisionReach(actor))
    .executeTakeFirstOrThrow(() => new NotFound('decision'))
  await changeable(tx, actor, collaboration_id)
  const whole = { ...changes, audience: leastOf(changes.reach, await audienceHeld(tx, collaboration_id)) }
  if (await changeVersioned(tx, 'decision', id, whole))
    await recordFact(tx, 'decision.changed', { kind: 'decision', id })
}
