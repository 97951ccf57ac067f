import { now } from '#server/platform/clock.ts'
import { settled } from '#server/platform/db/constraints.ts'
import { newId, type Id } from '#server/platform/db/ids.ts'
import { insertMany } from '#server/platform/db/many.ts'
import type { Tx } from '#server/platform/db/write.ts'
import { recordFacts } from '#server/platform/facts.ts'
import { leastOf, type Reach } from '../people/reach.ts'
import type { NewCommitment } from './fields.ts'
import { carrierRefusals, insertTies } from './tying.ts'

/** The collaboration that takes them: without areas they hold for its main one, and none is seen by more than it. */
export type Within = { collaboration_id: Id; main_area_id: Id; audience: Reach }
export type Numbered = NewCommitment & { id: Id; number: number }

/**
 * Writes down commitments, whole, as few questions as one takes: whoever asks has seen to it that they may be made.
 * @throws Invalid for what there is none of, or a number that is taken.
 */
export async function insertCommitments(tx: Tx, within: Within, given: Numbered[]): Promise<void> {
  const rows = given.map((one) => rowOf(within, one))
  // The words come before the commitments that point to them.
  await insertMany(
    tx,
    'commitment_wording',
    rows.flatMap(({ words }) => words)
  )
  await settled(
    insertMany(
      tx,
      'commitment',
      rows.map(({ row }) => row)
    ),
    {
      ...carrierRefusals,
      commitment_collaboration_id_number_key: { number: 'taken' }
    }
  )
  await insertTies(
    tx,
    within.collaboration_id,
    given.map((one) => tiesOf(one, within.main_area_id))
  )
  await insertMany(
    tx,
    'target',
    given.flatMap(({ id, targets = [] }) =>
      targets.map((target) => ({ ...target, id: target.id ?? newId(), commitment_id: id }))
    )
  )
  await recordFacts(
    tx,
    'commitment.created',
    given.map(({ id, stage = 'proposed' }) => ({
      subject: { kind: 'commitment', id },
      parameters: { stage }
    }))
  )
}

function rowOf({ collaboration_id, audience }: Within, { wording, ...given }: Numbered) {
  const {
    targets: _targets,
    objective_ids: _o,
    area_ids: _a,
    co_actor_ids: _c,
    initiator_ids: _i,
    funder_ids: _f,
    ...columns
  } = given
  const words = wording ? [{ id: newId(), commitment_id: given.id, number: 1, wording, at: now() }] : []
  const reach = given.reach ?? 'public'
  const wording_id = words[0]?.id ?? null
  return {
    words,
    row: { ...columns, collaboration_id, wording_id, reach, audience: leastOf(reach, audience) }
  }
}

const tiesOf = (promised: Numbered, mainArea: Id) => ({
  id: promised.id,
  objective_ids: promised.objective_ids ?? [],
  area_ids: promised.area_ids?.length ? promised.area_ids : [mainArea],
  co_actor_ids: promised.co_actor_ids ?? [],
  initiator_ids: promised.initiator_ids ?? [],
  funder_ids: promised.funder_ids ?? []
})
