import { newId, type Id } from '#server/platform/db/ids.ts'
import { settled } from '#server/platform/db/constraints.ts'
import type { Tx } from '#server/platform/db/write.ts'
import { recordFact } from '#server/platform/facts.ts'
import { Invalid } from '#server/platform/refusals.ts'
import type { Secrets } from '#server/platform/secrets/secrets.ts'
import type { Actor } from '../people/actor.ts'
import type { MoreCommitments } from './fields.ts'
import { settleLevels } from './levels.ts'
import { questionsAt, questionsOf } from './questions.ts'
import { askOf } from './reaching.ts'
import { roundToPlan, spacesFor, type PlannedRound } from './spaces.ts'

/**
 * Asks about commitments that the round does not ask about: what came later, or had nobody to answer. Those who are asked
 * already stay as they are.
 * @throws NotFound; Invalid `form: round_closed`, `commitment_ids: required | not_a_choice`, `organisation_id: required`
 *   when nobody carries one of them, `exempted` when the one that was chosen is.
 */
export async function askCommitments(
  tx: Tx,
  actor: Actor,
  id: Id,
  { commitment_ids, organisation_id }: MoreCommitments,
  secrets: Secrets
): Promise<void> {
  const round = await roundToPlan(tx, actor, id)
  if (commitment_ids.length === 0) throw new Invalid({ commitment_ids: 'required' })
  const asked = await unasked(tx, round, commitment_ids)
  const answering = asked.map((one) => {
    const by = organisation_id ?? one.owner_id
    if (!by) throw new Invalid({ organisation_id: 'required' })
    return { ...one, by }
  })
  if (answering.length === 0) return
  const spaces = await settled(
    spacesFor(
      tx,
      round,
      answering.map(({ by }) => by)
    )
  )
  if (organisation_id) await refuseExempt(tx, spaces.get(organisation_id))
  const items = answering.map(({ id, wording_id, by }) => ({
    ...{ id: newId(), round_id: round.id, commitment_id: id, wording_id, space_id: spaces.get(by) ?? '' }
  }))
  await tx.insertInto('round_item').values(items).execute()
  await tell(tx, round, items, secrets)
  for (const item of items)
    await recordFact(tx, 'item.added', { kind: 'round', id: round.id }, { item: item.id })
}

/** Of those of the round's collaboration that are agreed: what nobody is asked about in it. */
async function unasked(tx: Tx, round: PlannedRound, ids: Id[]) {
  const found = await tx
    .selectFrom('commitment')
    .select(['id', 'wording_id', 'owner_id'])
    .select(({ exists, selectFrom }) =>
      exists(
        selectFrom('round_item')
          .select('round_item.id')
          .whereRef('commitment_id', '=', 'commitment.id')
          .where('round_id', '=', round.id)
          .where('exempted_at', 'is', null)
      ).as('asked')
    )
    .where('id', 'in', ids)
    .where('collaboration_id', '=', round.collaboration_id)
    .where('stage', '<>', 'proposed')
    .forNoKeyUpdate()
    .execute()
  if (found.length < ids.length) throw new Invalid({ commitment_ids: 'not_a_choice' })
  return found.filter(({ asked }) => !asked)
}

/** A party that is exempt is asked again before it is given more. What it carries itself waits with it. */
async function refuseExempt(tx: Tx, space: Id | undefined): Promise<void> {
  const row = await tx
    .selectFrom('space')
    .select('exempted_at')
    .where('id', '=', space ?? null)
    .executeTakeFirst()
  if (row?.exempted_at) throw new Invalid({ organisation_id: 'exempted' })
}

/**
 * Asks one more party what every party is asked once, though it carries nothing itself.
 * @throws NotFound; Invalid `form: round_closed`, `organisation_id: nothing_to_ask | not_a_choice`.
 */
export async function askParty(
  tx: Tx,
  actor: Actor,
  id: Id,
  { organisation_id }: { organisation_id: Id },
  secrets: Secrets
): Promise<void> {
  const round = await roundToPlan(tx, actor, id)
  if (questionsAt(questionsOf(round.questions), 'party').length === 0)
    throw new Invalid({ organisation_id: 'nothing_to_ask' })
  const space = (await settled(spacesFor(tx, round, [organisation_id]))).get(organisation_id) ?? ''
  const item = { id: newId(), round_id: round.id, space_id: space, about: 'party' }
  const made = await tx
    .insertInto('round_item')
    .values(item)
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  if (made.numInsertedOrUpdatedRows === 0n) return
  await tell(tx, round, [item], secrets)
  await recordFact(tx, 'space.added', { kind: 'round', id: round.id }, { space })
}

async function tell(tx: Tx, round: PlannedRound, items: { id: Id; space_id: Id }[], secrets: Secrets) {
  await settleLevels(tx, round)
  const spaces = [...new Set(items.map(({ space_id }) => space_id))]
  const all = await tx
    .selectFrom('round_item')
    .select('id')
    .where('space_id', 'in', spaces)
    .where('exempted_at', 'is', null)
    .orderBy('id')
    .execute()
  const ids = new Set(items.map(({ id }) => id))
  const sorted = all.map(({ id }) => id).toSorted((one, other) => +ids.has(other) - +ids.has(one))
  await askOf(tx, round, sorted, spaces, secrets)
}
