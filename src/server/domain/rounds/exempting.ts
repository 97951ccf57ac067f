import { sql } from 'kysely'
import { now } from '#server/platform/clock.ts'
import { settled } from '#server/platform/db/constraints.ts'
import type { Id } from '#server/platform/db/ids.ts'
import type { Tx } from '#server/platform/db/write.ts'
import { recordFact } from '#server/platform/facts.ts'
import { Invalid } from '#server/platform/refusals.ts'
import type { Secrets } from '#server/platform/secrets/secrets.ts'
import type { Actor } from '../people/actor.ts'
import { linkItems, reach } from './reaching.ts'
import { itemToPlan, spaceToPlan } from './spaces.ts'

type Exemption = { reason: string | null }

/** The party is not asked any more; what it has sent in stays. @throws NotFound; Invalid `form: round_closed`. */
export async function exemptParty(tx: Tx, actor: Actor, space: Id, { reason }: Exemption): Promise<void> {
  const round = await spaceToPlan(tx, actor, space)
  const exempted_at = round.exempted_at ?? now()
  await tx.updateTable('space').set({ exempted_at, exempt_reason: reason }).where('id', '=', space).execute()
  if (!round.exempted_at) await recordFact(tx, 'space.exempted', { kind: 'round', id: round.id }, { space })
}

/** Asks it again; those who have not been written to are. */
export async function includeParty(tx: Tx, actor: Actor, space: Id, secrets: Secrets): Promise<void> {
  const round = await spaceToPlan(tx, actor, space)
  if (!round.exempted_at) return
  await tx
    .updateTable('space')
    .set({ exempted_at: null, exempt_reason: null })
    .where('id', '=', space)
    .execute()
  await reach(tx, round, [space], secrets)
  await recordFact(tx, 'space.included', { kind: 'round', id: round.id }, { space })
}

/** One thing is not asked of the party any more. @throws NotFound; Invalid `form: round_closed | already_sent`. */
export async function exemptItem(tx: Tx, actor: Actor, id: Id, { reason }: Exemption): Promise<void> {
  const { round, item } = await itemToPlan(tx, actor, id)
  const exempted_at = item.exempted_at ?? now()
  await tx
    .updateTable('round_item')
    .set({ exempted_at, exempt_reason: reason })
    .where('id', '=', id)
    .execute()
  if (!item.exempted_at) await recordFact(tx, 'item.exempted', { kind: 'round', id: round.id }, { item: id })
}

/** Asks it again. @throws as `exemptItem`; Invalid `form: asked_already` when another party is asked instead. */
export async function includeItem(tx: Tx, actor: Actor, id: Id): Promise<void> {
  const { round, item } = await itemToPlan(tx, actor, id)
  if (!item.exempted_at) return
  if (await isAskedOf(tx, round.id, item.commitment_id)) throw new Invalid({ form: 'asked_already' })
  const included = tx
    .updateTable('round_item')
    .set({ exempted_at: null, exempt_reason: null, handed_to_id: null })
    .where('id', '=', id)
  await settled(included.execute(), { round_item_asked_once: { form: 'asked_already' } })
  await linkItems(tx, [id])
  await recordFact(tx, 'item.included', { kind: 'round', id: round.id }, { item: id })
}

async function isAskedOf(tx: Tx, round: Id, commitment: Id | null): Promise<boolean> {
  const { rows } = await sql<{ asked: boolean }>`select exists (select from round_item
    where round_id = ${round} and commitment_id = ${commitment} and exempted_at is null and not running) as asked`.execute(
    tx
  )
  return rows[0]?.asked ?? false
}
