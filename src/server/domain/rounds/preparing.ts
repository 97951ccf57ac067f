import { newId, type Id } from '#server/platform/db/ids.ts'
import { reservedSlugs } from '#server/platform/db/slugs.ts'
import type { Tx } from '#server/platform/db/write.ts'
import { recordFact } from '#server/platform/facts.ts'
import { slugFrom } from '#server/platform/forms/slugs.ts'
import { Invalid, NotAllowed, NotFound } from '#server/platform/refusals.ts'
import type { Actor } from '../people/actor.ts'
import { whomItAsks } from './asking.ts'
import type { NewRound } from './fields.ts'
import { settleLevels } from './levels.ts'
import { can } from './permissions.ts'
import { usualQuestions, type Question } from './questions.ts'
import { roundToPlan, spacesFor, type PlannedRound } from './spaces.ts'

export type PreparedRound = { id: Id; slug: string; state: string }
type Row = NewRound & { id: Id; slug: string; collaboration_id: Id }

/**
 * A round to be: its plan, what is asked of whom, is there as rows from the start, filled from who carries what and who
 * is named as contact. Nobody is told anything before it is opened. Prepared twice alike it is one.
 * @throws NotAllowed; Invalid `name: taken` when another round of the collaboration is called so.
 */
export async function prepareRound(
  tx: Tx,
  actor: Actor,
  collaboration: Id,
  asked: NewRound,
  questions: Question[] = usualQuestions
): Promise<PreparedRound> {
  if (!can(actor, collaboration).plan) throw new NotAllowed()
  const row = { id: newId(), slug: slugOf(asked.name), collaboration_id: collaboration, ...asked }
  const made = await tx
    .insertInto('round')
    .values({
      ...row,
      state: 'preparing',
      questions: JSON.stringify(questions),
      held_by: actor.person?.id ?? null
    })
    .onConflict((conflict) => conflict.columns(['collaboration_id', 'slug']).doNothing())
    .returning(['id', 'slug', 'state', 'collaboration_id', 'due_on', 'questions'])
    .executeTakeFirst()
  if (!made) return alreadyThere(tx, row)
  await fillPlan(tx, actor, made)
  await recordFact(tx, 'round.prepared', { kind: 'round', id: made.id }, { due_on: row.due_on })
  return { id: made.id, slug: made.slug, state: made.state }
}

/** Never a word that stands for making something new. */
function slugOf(name: string): string {
  const slug = slugFrom(name) || 'omgang'
  return reservedSlugs.includes(slug) ? `omgang-${slug}` : slug
}

async function alreadyThere(tx: Tx, { collaboration_id, slug, ...asked }: Row): Promise<PreparedRound> {
  const { id, state, ...there } = await tx
    .selectFrom('round')
    .select(['id', 'state', 'name', 'from_day', 'to_day', 'due_on'])
    .where('collaboration_id', '=', collaboration_id)
    .where('slug', '=', slug)
    .executeTakeFirstOrThrow()
  const alike = Object.entries(there).every(
    ([column, value]) => asked[column as keyof typeof there] === value
  )
  if (!alike) throw new Invalid({ name: 'taken' })
  return { id, slug, state }
}

async function fillPlan(tx: Tx, actor: Actor, round: PlannedRound): Promise<void> {
  const { asked } = await whomItAsks(tx, actor, round.collaboration_id)
  const spaces = await spacesFor(
    tx,
    round,
    asked.map(({ organisation }) => organisation.id)
  )
  const items = asked.flatMap(({ organisation, items }) =>
    items.map(({ id, wording_id }) => ({
      id: newId(),
      round_id: round.id,
      space_id: spaces.get(organisation.id) ?? '',
      commitment_id: id,
      wording_id
    }))
  )
  if (items.length > 0) await tx.insertInto('round_item').values(items).execute()
  await settleLevels(tx, round)
}

/** A round that was prepared in vain is gone; history keeps that it was there. @throws Invalid `form: round_open`. */
export async function discardRound(tx: Tx, actor: Actor, id: Id): Promise<void> {
  await tx.selectFrom('round').select('id').where('id', '=', id).forUpdate().execute()
  const round = await roundToPlan(tx, actor, id)
  if (round.state !== 'preparing') throw new Invalid({ form: 'round_open' })
  const spaces = tx.selectFrom('space').select('id').where('round_id', '=', id)
  await tx.deleteFrom('round_item').where('round_id', '=', id).execute()
  await tx.deleteFrom('responder').where('space_id', 'in', spaces).execute()
  await tx.deleteFrom('space').where('round_id', '=', id).execute()
  const gone = await tx.deleteFrom('round').where('id', '=', id).executeTakeFirst()
  if (gone.numDeletedRows === 0n) throw new NotFound('round')
  await recordFact(tx, 'round.discarded', { kind: 'collaboration', id: round.collaboration_id })
}
