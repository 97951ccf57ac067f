import type { Id } from '#server/platform/db/ids.ts'
import { settled } from '#server/platform/db/constraints.ts'
import { changeWithTies } from '#server/platform/db/ties.ts'
import { changeVersioned } from '#server/platform/db/versions.ts'
import type { Tx } from '#server/platform/db/write.ts'
import { recordFact } from '#server/platform/facts.ts'
import { Conflict, Invalid } from '#server/platform/refusals.ts'
import { narrowDecisionsAbout } from '../collaborations/deciding.ts'
import { audienceHeld } from '../collaborations/finding.ts'
import { letReportsFollow } from '../collaborations/reaching.ts'
import { can as canInCollaboration } from '../collaborations/permissions.ts'
import { isMemberOf, type Actor } from '../people/actor.ts'
import { leastOf, type Reach } from '../people/reach.ts'
import { carrierOf } from './carrying.ts'
import type { ChangedCommitment } from './fields.ts'
import { commitmentTo } from './finding.ts'
import { carrierRefusals, tie, tiesOf } from './tying.ts'

/**
 * Who, where, for whom and when; its words have a door of their own (`reword`).
 * @throws Conflict with the commitment as it stands when it was changed since `version`.
 */
export async function changeCommitment(tx: Tx, actor: Actor, id: Id, form: ChangedCommitment): Promise<void> {
  const commitment = await commitmentTo('change', tx, actor, id)
  const coordinates = canInCollaboration(actor, commitment.collaboration).change
  if (!coordinates && !isMemberOf(actor, form.lead_id ?? form.answerer_id))
    throw new Invalid({ organisation_id: 'not_yours' })
  const { objective_ids, area_ids, co_actor_ids, initiator_ids, funder_ids, ...changes } = coordinates
    ? { ...form, carried_by_id: await carrierOf(tx, actor, commitment, form.carried_by_id) }
    : await ownPart(tx, id, form)
  const change = changeWithTies(tx, 'commitment', id, changes, {
    standing: () => tiesOf(tx, id),
    replace: () => tie(tx, commitment, { objective_ids, area_ids, co_actor_ids, initiator_ids, funder_ids })
  })
  if (await settled(change, carrierRefusals).catch(asWritten))
    await recordFact(tx, 'commitment.changed', { kind: 'commitment', id })
}

/** A party's form has no questions about what is the coordinators' to say: that stays as it is. */
async function ownPart(tx: Tx, id: Id, form: ChangedCommitment) {
  const { initiated_by: _by, labels: _labels, on_the_way: _way, carried_by_id: _carrier, ...own } = form
  const { initiator_ids, funder_ids } = await tiesOf(tx, id)
  return { ...own, initiator_ids, funder_ids }
}

/** The form asks once for whoever carries it, so the text that stands is told in the form's terms. */
function asWritten(refusal: unknown): never {
  if (!(refusal instanceof Conflict)) throw refusal
  const { owner_id, answerer_id } = refusal.current
  const carried = answerer_id ? 'jointly' : 'lead'
  throw new Conflict({ ...refusal.current, organisation_id: owner_id, carried })
}

/** Its answers, and what was decided about it, are seen by no more than it is itself. @throws Conflict when it was changed since `version`. */
export async function changeCommitmentReach(
  tx: Tx,
  actor: Actor,
  id: Id,
  { reach, version }: { reach: Reach; version: number }
): Promise<void> {
  const { collaboration } = await commitmentTo('setReach', tx, actor, id)
  const audience = leastOf(reach, await audienceHeld(tx, collaboration.id))
  if (!(await changeVersioned(tx, 'commitment', id, { reach, audience, version }))) return
  await letReportsFollow(tx, { commitment: id })
  await narrowDecisionsAbout(tx, id, { reach, audience })
  await recordFact(tx, 'commitment.reach_changed', { kind: 'commitment', id }, { to: reach })
}
