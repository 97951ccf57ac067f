import { sql } from 'kysely'
import { newId, type Id } from '#server/platform/db/ids.ts'
import type { Tx } from '#server/platform/db/write.ts'
import { Invalid, NotAllowed } from '#server/platform/refusals.ts'
import { seenCollaboration } from '../collaborations/finding.ts'
import { can as canInCollaboration } from '../collaborations/permissions.ts'
import { isMemberOf, type Actor } from '../people/actor.ts'
import { carrierOf } from './carrying.ts'
import type { NewCommitment } from './fields.ts'
import { insertCommitments, type Within } from './inserting.ts'

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
  const { first, ...within } = await takeNumbers(tx, collaborationId, 1, promised.number)
  const number = promised.number ?? first
  const id = before || !promised.id ? newId() : promised.id
  await insertCommitments(tx, within, [{ ...promised, carried_by_id, id, number }])
  return { id, number }
}

/**
 * The same of many at once, as few questions as one takes: for whoever coordinates, who gives each its id and none a
 * number. @throws NotAllowed; Invalid for what there is none of.
 */
export async function createCommitments(
  tx: Tx,
  actor: Actor,
  collaborationId: Id,
  given: (Omit<NewCommitment, 'id' | 'number' | 'carried_by_id'> & { id: Id })[]
): Promise<void> {
  const collaboration = await seenCollaboration(tx, actor, collaborationId)
  if (!canInCollaboration(actor, collaboration).change) throw new NotAllowed()
  if (given.length === 0) return
  const { first, ...within } = await takeNumbers(tx, collaborationId, given.length)
  const numbered = given.map((one, at) => ({ ...one, number: first + at }))
  await insertCommitments(tx, within, numbered)
}

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
 * Takes as many of the collaboration's next numbers, or passes it by a given one; no number comes back. Whoever changes
 * its reach waits for what takes one.
 */
async function takeNumbers(
  tx: Tx,
  collaboration: Id,
  count: number,
  wanted?: number
): Promise<Within & { first: number }> {
  const next = wanted
    ? sql<number>`greatest(next_number, ${wanted} + 1)`
    : sql<number>`next_number + ${count}::integer`
  const { next_number, ...place } = await tx
    .updateTable('collaboration')
    .set({ next_number: next })
    .where('id', '=', collaboration)
    .returning(['next_number', 'main_area_id', 'audience'])
    .executeTakeFirstOrThrow()
  return { ...place, collaboration_id: collaboration, first: next_number - count }
}
