import { sql } from 'kysely'
import { dayIn, momentIn, now } from '#server/platform/clock.ts'
import type { Id } from '#server/platform/db/ids.ts'
import { changeVersioned, versionBeside } from '#server/platform/db/versions.ts'
import type { Tx } from '#server/platform/db/write.ts'
import { recordFact } from '#server/platform/facts.ts'
import { Conflict, Invalid } from '#server/platform/refusals.ts'
import type { Actor } from '../people/actor.ts'
import { timeZoneOf } from '../installation/installation.ts'
import type { ChangedDue, ChangedLetters, ChangedRound } from './fields.ts'
import { expiryOf } from './responders.ts'
import { roundToPlan, spaceToPlan } from './spaces.ts'

/**
 * Its name and times, while it is prepared. The address stays.
 * @throws NotFound; Conflict; Invalid `form: round_open`, `opens_on: past | after_due`, `due_on: past`.
 */
export async function changeRound(tx: Tx, actor: Actor, id: Id, changed: ChangedRound): Promise<void> {
  const round = await roundToPlan(tx, actor, id)
  if (round.state !== 'preparing') throw new Invalid({ form: 'round_open' })
  const { opens_on, opens_clock, ...changes } = changed
  const timeZone = await timeZoneOf(tx)
  const opens_at = opens_on ? momentIn(timeZone, opens_on, opens_clock) : null
  refusePast(changes.due_on, dayIn(timeZone))
  if (opens_at && opens_at <= now()) throw new Invalid({ opens_on: 'past' })
  if (opens_on && opens_on > changes.due_on) throw new Invalid({ opens_on: 'after_due' })
  await save(tx, id, { ...changes, opens_at }, timeZone)
}

/** Once it is open: its last day, and when those with something left are reminded. @throws as `changeRound`. */
export async function changeDue(tx: Tx, actor: Actor, id: Id, changed: ChangedDue): Promise<void> {
  const round = await roundToPlan(tx, actor, id)
  const timeZone = await timeZoneOf(tx)
  if (changed.due_on !== round.due_on) refusePast(changed.due_on, dayIn(timeZone))
  if (!(await save(tx, id, changed, timeZone))) return
  await lengthenLinks(tx, { round: id }, changed.due_on)
}

/** The coordinator's own words in the mails; the usual ones where there are none. */
export async function changeLetters(tx: Tx, actor: Actor, id: Id, changed: ChangedLetters): Promise<void> {
  await roundToPlan(tx, actor, id)
  await save(tx, id, changed, await timeZoneOf(tx))
}

const refusePast = (due: string, today: string) => {
  if (due < today) throw new Invalid({ due_on: 'past' })
}

type Changes = { version: number } & Record<string, unknown>

/** Times, letters and questions stand on one row; whoever changes the one does not stand in the way of the others. */
async function save(tx: Tx, id: Id, changes: Changes, timeZone: string): Promise<boolean> {
  const { version, ...fields } = changes
  const beside = await versionBeside(tx, 'round', id, version, Object.keys(fields))
  try {
    const changed = await changeVersioned(tx, 'round', id, { ...fields, version: beside })
    if (changed) await recordFact(tx, 'round.changed', { kind: 'round', id })
    return changed
  } catch (refusal) {
    if (!(refusal instanceof Conflict)) throw refusal
    throw new Conflict(asWritten(refusal.current, timeZone))
  }
}

/** A round as the form has it: when it opens is a day and a time of the day there. */
export function asWritten<R extends Record<string, unknown>>(round: R, timeZone: string) {
  const opens = round['opens_at'] instanceof Date ? round['opens_at'] : null
  return {
    ...round,
    remind_days: (round['remind_days'] as number[]).map(String),
    opens_on: opens ? dayIn(timeZone, opens) : '',
    opens_clock: opens
      ? new Intl.DateTimeFormat('sv-SE', { timeZone, timeStyle: 'short' }).format(opens)
      : '08:00'
  }
}

/**
 * Gives one party longer than the others, or takes that back. @throws NotFound; Invalid `form: round_closed`,
 * `due_on: not_longer` when it is not after the others' day.
 */
export async function giveLonger(
  tx: Tx,
  actor: Actor,
  space: Id,
  { due_on }: { due_on: string | null }
): Promise<void> {
  const round = await spaceToPlan(tx, actor, space)
  if (due_on && due_on <= round.due_on) throw new Invalid({ due_on: 'not_longer' })
  if (due_on === round.own_due_on) return
  await tx.updateTable('space').set({ due_on }).where('id', '=', space).execute()
  if (due_on) await lengthenLinks(tx, { space }, due_on)
  await recordFact(tx, 'space.due_changed', { kind: 'round', id: round.id }, { space, due_on })
}

/** A link never dies earlier than was said. */
const lengthenLinks = (tx: Tx, { round, space }: { round?: Id; space?: Id }, due: string) =>
  sql`update link set expires_at = greatest(expires_at, ${expiryOf(due)})
    from responder p join space s on s.id = p.space_id
    where p.id = link.responder_id and link.expires_at < ${expiryOf(due)}
      and (s.round_id = ${round ?? null} or s.id = ${space ?? null})`.execute(tx)
