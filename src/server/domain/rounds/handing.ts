import { now } from '#server/platform/clock.ts'
import { settled } from '#server/platform/db/constraints.ts'
import { newId, type Id } from '#server/platform/db/ids.ts'
import type { Tx } from '#server/platform/db/write.ts'
import { recordFact } from '#server/platform/facts.ts'
import { Invalid } from '#server/platform/refusals.ts'
import type { Secrets } from '#server/platform/secrets/secrets.ts'
import type { Actor } from '../people/actor.ts'
import type { Handing } from './fields.ts'
import { settleLevels } from './levels.ts'
import { askOf } from './reaching.ts'
import { dropEmpty, itemToPlan, spacesFor } from './spaces.ts'

/**
 * Another organisation answers about a commitment instead, in this round. What was begun in the first one's space stays
 * sealed there; the other begins anew. While the round is prepared nobody has begun, and the thing is moved.
 * @throws NotFound; Invalid `form: round_closed | already_sent | not_handed | exempted`, `organisation_id`.
 */
export async function handItem(
  tx: Tx,
  actor: Actor,
  id: Id,
  { organisation_id, reason }: Handing,
  secrets: Secrets
): Promise<void> {
  const { round, item } = await itemToPlan(tx, actor, id)
  if (!item.commitment_id) throw new Invalid({ form: 'not_handed' })
  if (item.exempted_at) throw new Invalid({ form: 'exempted' })
  if (round.organisation_id === organisation_id) return
  const space = await spaceOf(tx, round, organisation_id)
  if (round.state === 'preparing') await move(tx, round, id, space)
  else await hand(tx, round, { id, commitment: item.commitment_id, running: item.running }, space, reason)
  await settleLevels(tx, round)
  const items = await newIn(tx, space)
  await askOf(tx, round, items, [space], secrets)
  await recordFact(
    tx,
    'item.handed',
    { kind: 'round', id: round.id },
    { item: id, organisation: organisation_id }
  )
}

type Round = Awaited<ReturnType<typeof itemToPlan>>['round']

async function spaceOf(tx: Tx, round: Round, organisation: Id): Promise<Id> {
  const space = (await settled(spacesFor(tx, round, [organisation]))).get(organisation) ?? ''
  const row = await tx
    .selectFrom('space')
    .select('exempted_at')
    .where('id', '=', space)
    .executeTakeFirstOrThrow()
  if (row.exempted_at) throw new Invalid({ organisation_id: 'exempted' })
  return space
}

async function move(tx: Tx, round: Round, id: Id, space: Id): Promise<void> {
  await tx.updateTable('round_item').set({ space_id: space }).where('id', '=', id).execute()
  await dropEmpty(tx, round, round.space)
}

type Handed = { id: Id; commitment: Id; running: boolean }

async function hand(
  tx: Tx,
  round: Round,
  { id, commitment, running }: Handed,
  space: Id,
  reason: string | null
): Promise<void> {
  const instead = newId()
  const old = tx.updateTable('round_item').where('id', '=', id)
  await old.set({ exempted_at: now(), exempt_reason: reason }).execute()
  await tx
    .insertInto('round_item')
    .columns(['id', 'round_id', 'space_id', 'commitment_id', 'wording_id', 'running'])
    .expression((eb) =>
      eb
        .selectFrom('round_item')
        .select(({ val }) => [
          val(instead).as('id'),
          val(round.id).as('round_id'),
          val(space).as('space_id'),
          val(commitment).as('commitment_id'),
          'wording_id',
          val(running).as('running')
        ])
        .where('id', '=', id)
    )
    .execute()
  await old.set({ handed_to_id: instead }).execute()
}

/** What nobody there has in a link yet. */
async function newIn(tx: Tx, space: Id): Promise<Id[]> {
  const rows = await tx
    .selectFrom('round_item')
    .select('id')
    .where('space_id', '=', space)
    .where('exempted_at', 'is', null)
    .where(({ not, exists, selectFrom }) =>
      not(exists(selectFrom('link_item').select('item_id').whereRef('item_id', '=', 'round_item.id')))
    )
    .orderBy('id')
    .execute()
  return rows.map(({ id }) => id)
}
