import { sql } from 'kysely'
import { newId, type Id } from '#server/platform/db/ids.ts'
import { settled } from '#server/platform/db/constraints.ts'
import { changeVersioned } from '#server/platform/db/versions.ts'
import type { Tx } from '#server/platform/db/write.ts'
import { recordFact } from '#server/platform/facts.ts'
import { Conflict, Invalid } from '#server/platform/refusals.ts'
import type { Actor } from '../people/actor.ts'
import { markOf, type ChoiceForMany, type NewChoice, type UndoneChoice } from './fields.ts'
import { earlierHeld, pairTo, type Earlier } from './finding.ts'
import type { Pair } from './permissions.ts'

/**
 * Chooses what becomes of a commitment in the collaboration that goes on. Nothing is made there yet. The same choice
 * twice is one; changed words that are the same as before are no change.
 * @throws NotFound, NotAllowed; Conflict with the choice that stands when another was made since `version`, or with the
 *   commitment's words when they were changed since `seen`; Invalid `form: carried_over`.
 */
export async function chooseFor(tx: Tx, actor: Actor, pair: Pair, form: NewChoice): Promise<void> {
  await pairTo('choose', tx, actor, pair)
  const earlier = await earlierHeld(tx, pair, form.commitment)
  const standing = await choiceHeld(tx, pair, earlier.id)
  if (standing?.carried_at) throw new Invalid({ form: 'carried_over' })
  if (markOf(earlier) !== form.seen)
    throw new Conflict({
      ...{ version: standing?.version ?? 0, seen: markOf(earlier) },
      ...{ title: earlier.title, wording: earlier.wording }
    })
  const { commitment: _c, seen: _s, version: _v, ...said } = form
  const made = madeFrom(said, earlier)
  if (standing ? await change(tx, standing.id, form.version, made) : await insert(tx, pair, form, made))
    await recordFact(
      tx,
      'carry_over.chosen',
      { kind: 'commitment', id: earlier.id },
      { choice: made.choice, successor: pair.successor }
    )
}

const choiceHeld = (tx: Tx, { successor }: Pair, earlier: Id) =>
  tx
    .selectFrom('carry_over')
    .select(['id', 'version', 'carried_at'])
    .where('earlier_id', '=', earlier)
    .where('collaboration_id', '=', successor)
    .forUpdate()
    .executeTakeFirst()

/** What is chosen, and what is said with it. */
export type Said = Omit<NewChoice, 'commitment' | 'seen' | 'version'>
export type Made = Said & { earlier_version: number; earlier_wording: number }

/** What is kept of it, and what it was made from. */
export function madeFrom(said: Said, earlier: Earlier): Made {
  const from = { earlier_version: earlier.version, earlier_wording: earlier.wording_number }
  if (!isUnchanged(said, earlier)) return { ...said, ...from }
  return { ...said, ...from, choice: 'continue', title: null, wording: null }
}

const isUnchanged = (form: Said, { title, wording }: Earlier): boolean =>
  form.title === title &&
  form.wording === wording &&
  [form.lead_id, form.responsible, form.target_group, form.to_day, form.target_value].every(
    (value) => value === null
  )

/** Another coordinator may be there first: then theirs stands, and is shown. */
async function insert(tx: Tx, pair: Pair, { commitment, version }: NewChoice, made: Made): Promise<boolean> {
  if (version !== 0) throw new Conflict({ version: 0, choice: null })
  const values = { id: newId(), earlier_id: commitment, collaboration_id: pair.successor, ...made }
  const inserted = await settled(
    tx
      .insertInto('carry_over')
      .values(values)
      .onConflict((conflict) => conflict.columns(['earlier_id', 'collaboration_id']).doNothing())
      .returning('id')
      .executeTakeFirst()
  )
  if (inserted) return true
  const theirs = await choiceHeld(tx, pair, commitment)
  return theirs ? change(tx, theirs.id, version, made) : false
}

const change = (tx: Tx, id: Id, version: number, made: Made): Promise<boolean> =>
  settled(changeVersioned(tx, 'carry_over', id, { ...made, version }))

/**
 * The same choice for many at once: for those that still read as they were seen, and that nothing was chosen for. What
 * was chosen meanwhile stands. @returns how many.
 */
export async function chooseForMany(
  tx: Tx,
  actor: Actor,
  pair: Pair,
  { seen_ids, choice, reason }: ChoiceForMany
): Promise<number> {
  await pairTo('choose', tx, actor, pair)
  const ids = seen_ids.map(({ commitment }) => commitment)
  const { rows } = await sql<{ id: Id }>`
    insert into carry_over (id, earlier_id, collaboration_id, choice, reason, earlier_version, earlier_wording)
    select seen.new_id, c.id, ${pair.successor}, ${choice}, ${choice === 'end' ? reason : null}, c.version, coalesce(w.number, 0)
    from unnest(${ids.map(newId)}::uuid[], ${ids}::uuid[], ${seen_ids.map(({ seen }) => seen)}::text[]) seen(new_id, id, mark)
    join commitment c on c.id = seen.id and c.collaboration_id = ${pair.earlier}
    left join commitment_wording w on w.id = c.wording_id
    where seen.mark = c.version || ':' || coalesce(w.number, 0)
    order by c.id
    on conflict (earlier_id, collaboration_id) do nothing
    returning id`.execute(tx)
  if (rows.length > 0)
    await recordFact(
      tx,
      'carry_over.many_chosen',
      { kind: 'collaboration', id: pair.successor },
      { choice, commitments: rows.length }
    )
  return rows.length
}

/** Takes a choice back, until it has been carried over. @throws Conflict when it is another since `version`; Invalid. */
export async function undoChoice(
  tx: Tx,
  actor: Actor,
  pair: Pair,
  { commitment, version }: UndoneChoice
): Promise<void> {
  await pairTo('undo', tx, actor, pair)
  const standing = await choiceHeld(tx, pair, commitment)
  if (!standing) return
  if (standing.carried_at) throw new Invalid({ form: 'carried_over' })
  if (standing.version !== version) throw new Conflict({ version: standing.version })
  await tx.deleteFrom('carry_over').where('id', '=', standing.id).execute()
  const about = { kind: 'commitment', id: commitment }
  await recordFact(tx, 'carry_over.undone', about, { successor: pair.successor })
}
