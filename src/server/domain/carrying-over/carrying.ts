import { sql } from 'kysely'
import { now } from '#server/platform/clock.ts'
import { newId, type Id } from '#server/platform/db/ids.ts'
import type { Tx } from '#server/platform/db/write.ts'
import { recordFact, recordFacts } from '#server/platform/facts.ts'
import { createCommitments } from '../commitments/creating.ts'
import { continueMany } from '../commitments/lineage.ts'
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
  await make(tx, actor, pair, going, places)
  await end(tx, pair, ended)
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

async function make(tx: Tx, actor: Actor, pair: Pair, going: Waiting[], places: Places): Promise<void> {
  const made = going.map(({ id: choice, earlier_id: earlier, choice: _c, stale: _s, ...promised }) => ({
    ...{ choice, earlier },
    commitment: {
      ...promised,
      id: newId(),
      stage: 'proposed' as const,
      lead_id: promised.lead_id && places.lead(promised.lead_id),
      answerer_id: promised.answerer_id && places.lead(promised.answerer_id),
      objective_ids: places.objectives(promised.objective_ids)
    }
  }))
  await createCommitments(
    tx,
    actor,
    pair.successor,
    made.map(({ commitment }) => commitment)
  )
  const pairs = made.map(({ earlier, choice, commitment }) => ({ earlier, choice, later: commitment.id }))
  await continueMany(tx, actor, pair.successor, pairs)
  await settle(tx, pairs)
  await recordFacts(
    tx,
    'commitment.carried_over',
    pairs.map(({ earlier, later }) => ({
      subject: { kind: 'commitment', id: earlier },
      parameters: { later }
    }))
  )
}

async function end(tx: Tx, { successor }: Pair, ended: Waiting[]): Promise<void> {
  await settle(
    tx,
    ended.map(({ id }) => ({ choice: id, later: null }))
  )
  await recordFacts(
    tx,
    'commitment.not_carried_over',
    ended.map(({ earlier_id }) => ({
      subject: { kind: 'commitment', id: earlier_id },
      parameters: { successor }
    }))
  )
}

const settle = (tx: Tx, settled: { choice: Id; later: Id | null }[]) =>
  sql`update carry_over k set later_id = done.later, carried_at = ${now()}, version = k.version + 1
    from unnest(${settled.map(({ choice }) => choice)}::uuid[], ${settled.map(({ later }) => later)}::uuid[]) done(id, later)
    where k.id = done.id`.execute(tx)
