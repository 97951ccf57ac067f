import { sql } from 'kysely'
import { now } from '#server/platform/clock.ts'
import { newId, type Id } from '#server/platform/db/ids.ts'
import type { Tx } from '#server/platform/db/write.ts'
import { recordFact } from '#server/platform/facts.ts'
import { createCommitment } from '../commitments/creating.ts'
import { setLineage } from '../commitments/lineage.ts'
import type { Actor } from '../people/actor.ts'
import type { AnsweredPlaces } from './fields.ts'
import { pairTo } from './finding.ts'
import type { Pair } from './permissions.ts'
import { placesIn, type Places } from './places.ts'
import { planOf, type Waiting } from './plan.ts'

/**
 * Carries over what is chosen: makes the commitments that go on as proposed ones of the later collaboration, each with
 * what it continues, and leaves the others ended. Done again it makes only what is new. What was changed after it was
 * chosen waits to be read again. @returns how many of each.
 * @throws NotFound, NotAllowed; Invalid for what nothing in the later collaboration is like and nobody has placed.
 */
export async function carryOver(
  tx: Tx,
  actor: Actor,
  pair: Pair,
  answered: AnsweredPlaces
): Promise<{ made: number; ended: number }> {
  await pairTo('carry', tx, actor, pair)
  await hold(tx, pair)
  const plan = await planOf(tx, pair)
  const ready = plan.waiting.filter(({ stale }) => !stale)
  const places = await placesIn(tx, actor, pair, plan, answered)
  const [ended, going] = [
    ready.filter(({ choice }) => choice === 'end'),
    ready.filter(({ choice }) => choice !== 'end')
  ]
  for (const one of going) await make(tx, actor, pair, one, places)
  for (const one of ended) await end(tx, pair, one)
  if (ready.length > 0)
    await recordFact(
      tx,
      'collaboration.carried_over',
      { kind: 'collaboration', id: pair.successor },
      { made: going.length, ended: ended.length }
    )
  return { made: going.length, ended: ended.length }
}

/** Whoever carries over at the same time waits, and finds nothing left. */
const hold = (tx: Tx, { earlier, successor }: Pair) =>
  sql`select k.id from carry_over k join commitment e on e.id = k.earlier_id
    where k.collaboration_id = ${successor} and e.collaboration_id = ${earlier} and k.carried_at is null
    order by k.id for update of k`.execute(tx)

async function make(tx: Tx, actor: Actor, pair: Pair, waiting: Waiting, places: Places): Promise<void> {
  const { id, choice: _choice, earlier_id, stale: _stale, ...promised } = waiting
  const made = await createCommitment(tx, actor, pair.successor, {
    ...promised,
    id: newId(),
    stage: 'proposed',
    lead_id: promised.lead_id && places.lead(promised.lead_id),
    answerer_id: promised.answerer_id && places.lead(promised.answerer_id),
    objective_ids: places.objectives(promised.objective_ids)
  })
  await setLineage(tx, actor, made.id, { earlier: earlier_id, kind: 'continues' })
  await settle(tx, id, made.id)
  const about = { kind: 'commitment', id: earlier_id }
  await recordFact(tx, 'commitment.carried_over', about, { later: made.id })
}

async function end(tx: Tx, { successor }: Pair, { id, earlier_id }: Waiting): Promise<void> {
  await settle(tx, id, null)
  await recordFact(tx, 'commitment.not_carried_over', { kind: 'commitment', id: earlier_id }, { successor })
}

const settle = (tx: Tx, id: Id, later_id: Id | null) =>
  tx
    .updateTable('carry_over')
    .set((eb) => ({ later_id, carried_at: now(), version: eb('version', '+', 1) }))
    .where('id', '=', id)
    .execute()
