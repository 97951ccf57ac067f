import { insertCollaboration } from '#server/domain/collaborations/creating.ts'
import { createCommitment } from '#server/domain/commitments/creating.ts'
import type { NewCommitment } from '#server/domain/commitments/fields.ts'
import { markOf, newChoice, type NewChoice } from '#server/domain/carrying-over/fields.ts'
import { earlierHeld } from '#server/domain/carrying-over/finding.ts'
import { addObjective } from '#server/domain/objectives/objectives.ts'
import { addParty } from '#server/domain/parties/parties.ts'
import { cli, type Actor } from '#server/domain/people/actor.ts'
import type { Id } from '#server/platform/db/ids.ts'
import { write, type Db } from '#server/platform/db/write.ts'
import { read } from '#server/platform/forms/fields.ts'
import { neighbourhood, unwritten } from './neighbourhood.ts'

/** The small town when its promise ends: one that goes on, with a plan much like the one before, and three promises. */
export type Period = Awaited<ReturnType<typeof endingPeriod>>

export async function endingPeriod(db: Db) {
  const here = await neighbourhood(db)
  const { collaboration, organisations, basis, people } = here
  const made = await write(db, cli, async (tx) => {
    const successor = await insertCollaboration(tx, {
      ...basis,
      ...unwritten,
      name: 'Nästa löfte',
      lifecycle: 'preparing',
      predecessor_id: collaboration.id
    })
    for (const organisation_id of [organisations.lead, organisations.party])
      await addParty(tx, cli, successor.id, { organisation_id, role: 'party' })
    const objective = (id: Id, title: string, parent_id: Id | null = null) =>
      addObjective(tx, cli, id, { kind: parent_id ? 'aim' : 'focus_area', title, parent_id })
    const school = await objective(collaboration.id, 'Skola')
    return {
      successor: successor.id,
      school,
      reading: await objective(collaboration.id, 'Fler läser', school),
      leisure: await objective(collaboration.id, 'Fritid'),
      schoolNext: await objective(successor.id, 'skola ')
    }
  })
  const pair = { earlier: collaboration.id, successor: made.successor }
  const both = { ...people.coordinator, coordinates: Object.values(pair), reads: Object.values(pair) }
  const promise = (given: NewCommitment, at: Id = pair.earlier) =>
    write(db, cli, (tx) =>
      createCommitment(tx, cli, at, { stage: 'agreed', lead_id: organisations.lead, ...given })
    )
  return { ...here, ...made, pair, both: both satisfies Actor, promise }
}

/** A choice as its form is read, made from what stands. */
export async function choiceOf(
  db: Db,
  pair: Period['pair'],
  commitment: Id,
  form: Record<string, string>
): Promise<NewChoice> {
  const seen = markOf(await db.transaction().execute((tx) => earlierHeld(tx, pair, commitment)))
  const reading = read(newChoice, { commitment, seen, version: '0', ...form })
  if (!reading.ok) throw new Error(JSON.stringify(reading.errors))
  return reading.value
}
