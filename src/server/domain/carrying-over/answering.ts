import { newId, type Id } from '#server/platform/db/ids.ts'
import type { Tx } from '#server/platform/db/write.ts'
import { recordFact } from '#server/platform/facts.ts'
import type { Actor } from '../people/actor.ts'
import { madeFrom, type Said } from './choosing.ts'
import { earlierHeld, pairTo } from './finding.ts'
import type { Pair } from './permissions.ts'

/** What a party answered when it was asked whether something goes on: not, and why; or in which words. */
export type AnsweredOn = Pick<Said, 'choice'> & Partial<Said>

const unsaid: Omit<Said, 'choice'> = {
  ...{ reason: null, title: null, wording: null, lead_id: null, responsible: null },
  ...{ target_group: null, to_day: null, target_value: null, target_unit: null }
}

/**
 * Makes what a party answered the choice, whatever was chosen before; it is changed or taken back like any other, until it
 * is carried over. @returns what it has become already, where that was made meanwhile: its words are to be mended there.
 * @throws NotFound, NotAllowed.
 */
export async function chooseAsAnswered(
  tx: Tx,
  actor: Actor,
  pair: Pair,
  commitment: Id,
  answered: AnsweredOn
): Promise<Id | null> {
  await pairTo('choose', tx, actor, pair)
  const earlier = await earlierHeld(tx, pair, commitment)
  const made = madeFrom({ ...unsaid, ...answered }, earlier)
  const chosen = await tx
    .insertInto('carry_over')
    .values({ id: newId(), earlier_id: earlier.id, collaboration_id: pair.successor, ...made })
    .onConflict((conflict) =>
      conflict
        .columns(['earlier_id', 'collaboration_id'])
        .doUpdateSet((eb) => ({ ...made, carried_at: null, version: eb('carry_over.version', '+', 1) }))
        .where('carry_over.later_id', 'is', null)
    )
    .returning('id')
    .executeTakeFirst()
  if (!chosen) return laterOf(tx, pair, earlier.id)
  const about = { kind: 'commitment', id: earlier.id }
  await recordFact(tx, 'carry_over.answered', about, { choice: made.choice, successor: pair.successor })
  return null
}

async function laterOf(tx: Tx, { successor }: Pair, earlier: Id): Promise<Id | null> {
  const { later_id } = await tx
    .selectFrom('carry_over')
    .select('later_id')
    .where('earlier_id', '=', earlier)
    .where('collaboration_id', '=', successor)
    .executeTakeFirstOrThrow()
  return later_id
}
