import { sql } from 'kysely'
import type { Id } from '#server/platform/db/ids.ts'
import { changeVersioned } from '#server/platform/db/versions.ts'
import type { Tx } from '#server/platform/db/write.ts'
import { recordFact } from '#server/platform/facts.ts'
import { Invalid } from '#server/platform/refusals.ts'
import { recordDecided } from '../collaborations/deciding.ts'
import type { Actor } from '../people/actor.ts'
import { changeable } from '../collaborations/finding.ts'
import type { AgreedProposals, ChangedStage } from './fields.ts'
import { commitmentTo } from './finding.ts'

/**
 * Moves a commitment to another stage: agreed, ongoing, completed, in ordinary operations, or discontinued with its
 * reason. Who decided it, and when, is kept as a decision where anything of it is told. What is agreed is not proposed again.
 * @throws Invalid `reason: required` to discontinue; Conflict when it was changed since `version`.
 */
export async function setStage(
  tx: Tx,
  actor: Actor,
  id: Id,
  { stage, reason, version, ...decided }: ChangedStage
): Promise<void> {
  const { stage: former, audience, collaboration } = await commitmentTo('setStage', tx, actor, id)
  if (former === stage) return
  if (stage === 'proposed') throw new Invalid({ stage: 'not_a_choice' })
  if (stage === 'discontinued' && !reason) throw new Invalid({ reason: 'required' })
  const about = { kind: 'commitment' as const, id }
  // The collaboration is held before its commitment, as by whoever changes its reach.
  await recordDecided(tx, { collaboration, about: { ...about, audience } }, decided)
  await changeVersioned(tx, 'commitment', id, { stage, stage_reason: reason, version })
  await recordFact(tx, `commitment.${stage}`, about, { from: former, reason, ...decided })
}

/**
 * Agrees those of a collaboration's commitments that are still proposed, among the ones that were seen: what was proposed
 * meanwhile waits to be read. @returns how many. @throws NotFound, NotAllowed.
 */
export async function agreeProposed(
  tx: Tx,
  actor: Actor,
  collaboration: Id,
  { commitment_ids }: AgreedProposals
): Promise<number> {
  await changeable(tx, actor, collaboration)
  const { rows } = await sql<{ id: Id }>`
    update commitment set stage = 'agreed', version = version + 1
    where collaboration_id = ${collaboration} and stage = 'proposed' and id = any(${commitment_ids}::uuid[])
    returning id`.execute(tx)
  for (const { id } of rows)
    await recordFact(tx, 'commitment.agreed', { kind: 'commitment', id }, { from: 'proposed' })
  return rows.length
}
