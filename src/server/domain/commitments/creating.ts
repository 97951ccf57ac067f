import { sql } from 'kysely'
import { newId, type Id } from '#server/platform/db/ids.ts'
import { settled } from '#server/platform/db/constraints.ts'
import { now } from '#server/platform/clock.ts'
import type { Tx } from '#server/platform/db/write.ts'
import { recordFact } from '#server/platform/facts.ts'
import { Invalid, NotAllowed } from '#server/platform/refusals.ts'
import { seenCollaboration } from '../collaborations/finding.ts'
import { can as canInCollaboration } from '../collaborations/permissions.ts'
import { isMemberOf, type Actor } from '../people/actor.ts'
import { leastOf, type Reach } from '../people/reach.ts'
import { carrierOf } from './carrying.ts'
import type { NewCommitment } from './fields.ts'
import { insertTargets } from './targets.ts'
import { carrierRefusals, tie, type Ties } from './tying.ts'
import { insertWording } from './wording.ts'

export type Promised = { id: Id; number: number }

/**
 * Writes down a commitment, whole: its words, what it aims for, where and with whom. A party that is no coordinator may
 * propose one of its own. Without areas it holds for the collaboration's main one.
 * @throws NotAllowed; Invalid for what there is none of, or a number that is taken.
 */
export async function createCommitment(
  tx: Tx,
  actor: Actor,
  collaborationId: Id,
  given: NewCommitment
): Promise<Promised> {
  const collaboration = await seenCollaboration(tx, actor, collaborationId)
  const allowed = canInCollaboration(actor, collaboration)
  if (!allowed.propose) throw new NotAllowed()
  const promised = allowed.change ? given : ownProposal(actor, given)
  const carried_by_id = await carrierOf(
    tx,
    actor,
    { collaboration_id: collaborationId, carried_by_id: null },
    promised.carried_by_id ?? null
  )
  const before = promised.id ? await madeBefore(tx, collaborationId, promised.id) : undefined
  if (before?.title === promised.title && before.collaboration_id === collaborationId)
    return { id: before.id, number: before.number }
  const { number, main_area_id, audience } = await takeNumber(tx, collaborationId, promised.number)
  const id = before || !promised.id ? newId() : promised.id
  await insert(tx, { ...promised, carried_by_id, id, number, collaboration_id: collaborationId }, audience)
  await tie(tx, { id, collaboration_id: collaborationId }, tiesOf(promised, main_area_id))
  await insertTargets(tx, id, promised.targets ?? [])
  await recordFact(
    tx,
    'commitment.created',
    { kind: 'commitment', id },
    { stage: promised.stage ?? 'proposed' }
  )
  return { id, number }
}

type Row = NewCommitment & { id: Id; number: number; collaboration_id: Id }

/** The words come before the commitment that points to them. */
async function insert(tx: Tx, { wording, ...row }: Row, within: Reach): Promise<void> {
  const {
    targets: _targets,
    objective_ids: _o,
    area_ids: _a,
    co_actor_ids: _c,
    initiator_ids: _i,
    funder_ids: _f,
    ...columns
  } = row
  const words = wording ? { id: newId(), commitment_id: row.id, number: 1, wording, at: now() } : null
  if (words) await insertWording(tx, words)
  const reach = row.reach ?? 'public'
  const values = { ...columns, wording_id: words?.id ?? null, reach, audience: leastOf(reach, within) }
  await settled(tx.insertInto('commitment').values(values).execute(), {
    ...carrierRefusals,
    commitment_collaboration_id_number_key: { number: 'taken' }
  })
}

const tiesOf = (promised: NewCommitment, mainArea: Id): Ties => ({
  objective_ids: promised.objective_ids ?? [],
  area_ids: promised.area_ids?.length ? promised.area_ids : [mainArea],
  co_actor_ids: promised.co_actor_ids ?? [],
  initiator_ids: promised.initiator_ids ?? [],
  funder_ids: promised.funder_ids ?? []
})

/** A party proposes for itself only, to be seen by the parties until it is agreed how public it is. */
function ownProposal(actor: Actor, given: NewCommitment): NewCommitment {
  const {
    number: _number,
    stage: _stage,
    stage_reason: _reason,
    carried_by_id: _carried,
    ...proposal
  } = given
  const owner = given.lead_id ?? given.answerer_id ?? null
  if (!isMemberOf(actor, owner)) throw new Invalid({ organisation_id: 'not_yours' })
  return { ...proposal, reach: 'parties' }
}

/** The form that makes it carries an id, so that one sent twice makes one; sent at once, the second waits here. */
async function madeBefore(tx: Tx, collaboration: Id, id: Id) {
  await tx.selectFrom('collaboration').select('id').where('id', '=', collaboration).forNoKeyUpdate().execute()
  return tx
    .selectFrom('commitment')
    .select(['id', 'number', 'title', 'collaboration_id'])
    .where('id', '=', id)
    .executeTakeFirst()
}

/**
 * Takes the collaboration's next number, or passes it by a given one; no number comes back. Whoever changes its reach
 * waits for what takes one.
 */
async function takeNumber(tx: Tx, collaboration: Id, wanted: number | undefined) {
  const next = wanted ? sql<number>`greatest(next_number, ${wanted} + 1)` : sql<number>`next_number + 1`
  const { next_number, ...place } = await tx
    .updateTable('collaboration')
    .set({ next_number: next })
    .where('id', '=', collaboration)
    .returning(['next_number', 'main_area_id', 'audience'])
    .executeTakeFirstOrThrow()
  return { number: wanted ?? next_number - 1, ...place }
}
