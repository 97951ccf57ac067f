import { sql } from 'kysely'
import { momentIn, now } from '#server/platform/clock.ts'
import type { Id } from '#server/platform/db/ids.ts'
import { write, type Db, type Tx } from '#server/platform/db/write.ts'
import { recordFact } from '#server/platform/facts.ts'
import { Conflict, Invalid, NotAllowed } from '#server/platform/refusals.ts'
import { letDecisionsFollow } from '../../collaborations/deciding.ts'
import { audienceHeld } from '../../collaborations/finding.ts'
import { timeZoneOf } from '../../installation/installation.ts'
import { job, type Actor } from '../../people/actor.ts'
import type { PublishingAt, Sending } from './fields.ts'
import { can } from '../permissions.ts'
import { findPublicationById, findPublicationToChange } from '../publications.ts'
import { freeze, latestEdition, type Made } from './sending.ts'

/** In one errand, where nobody has to decide it: freezes the publication and lets its readers have it at once. */
export async function publish(
  tx: Tx,
  actor: Actor,
  id: Id,
  sending: Sending = {},
  made?: Made
): Promise<number> {
  await holdToPublish(tx, actor, id)
  const frozen = await freeze(tx, actor, id, sending, made)
  if (frozen.made) await letReadersHave(tx, id, frozen)
  return frozen.number
}

/** Lets readers have the edition that was sent for decision, at once or when its time comes. Pressed again it does no more. */
export async function publishEdition(
  tx: Tx,
  actor: Actor,
  id: Id,
  { edition, day, time }: PublishingAt
): Promise<void> {
  const waiting = await holdLatest(tx, actor, id, edition)
  if (waiting.returned_at || waiting.withdrawn_at) throw new Conflict({ edition })
  if (waiting.published_at) return
  const at = day ? momentIn(await timeZoneOf(tx), day, time ?? '08:00') : null
  if (!at) return letReadersHave(tx, id, waiting)
  if (at <= now()) throw new Invalid({ day: 'past' })
  if (waiting.publish_at && +waiting.publish_at === +at) return
  await tx.updateTable('edition').set({ publish_at: at }).where('id', '=', waiting.id).execute()
  await recordFact(
    tx,
    'publication.scheduled',
    { kind: 'publication', id },
    { edition, at: at.toISOString() }
  )
}

/** The set time is taken back; the edition waits as before. */
export async function keepUnpublished(tx: Tx, actor: Actor, id: Id, edition: number): Promise<void> {
  const waiting = await holdLatest(tx, actor, id, edition)
  if (!waiting.publish_at) return
  await tx.updateTable('edition').set({ publish_at: null }).where('id', '=', waiting.id).execute()
  await recordFact(tx, 'publication.unscheduled', { kind: 'publication', id }, { edition })
}

/** The latest edition, held, where it is the one meant. @throws Conflict when another has come after it. */
export async function holdLatest(tx: Tx, actor: Actor, id: Id, number: number) {
  await holdToPublish(tx, actor, id)
  const latest = await latestEdition(tx, id)
  if (latest?.number !== number) throw new Conflict({ edition: latest?.number ?? 0 })
  return latest
}

/** The collaboration is held before its publication, as by whoever changes its reach: decisions follow both. */
async function holdToPublish(tx: Tx, actor: Actor, id: Id): Promise<void> {
  const { collaboration_id } = await findPublicationById(tx, actor, id)
  await audienceHeld(tx, collaboration_id)
  const publication = await findPublicationToChange(tx, actor, id)
  if (!can(actor, publication).publish) throw new NotAllowed()
}

async function letReadersHave(tx: Tx, publication: Id, { id, number }: { id: Id; number: number }) {
  await tx
    .updateTable('edition')
    .set({ published_at: now(), publish_at: null })
    .where('id', '=', id)
    .execute()
  await letDecisionsFollow(tx, { edition: id })
  await recordFact(tx, 'publication.published', { kind: 'publication', id: publication }, { edition: number })
}

/** Publishes what was to be published by now. Gives how many were. */
export async function publishDue(db: Db): Promise<number> {
  const { rows: due } = await sql<{ id: Id; collaboration_id: Id }>`
    select p.id, p.collaboration_id from edition e join publication p on p.id = e.publication_id
    where e.publish_at <= ${now()}`.execute(db)
  const outcomes = await Promise.allSettled(due.map((one) => publishOne(db, one)))
  const failed = outcomes.find((outcome) => outcome.status === 'rejected')
  if (failed) throw failed.reason
  return outcomes.filter((outcome) => outcome.status === 'fulfilled' && outcome.value).length
}

/** Whether it was: it may have been sent back, or set to another time, while this waited. */
function publishOne(db: Db, { id, collaboration_id }: { id: Id; collaboration_id: Id }): Promise<boolean> {
  const actor: Actor = { ...job, coordinates: [collaboration_id], reads: [collaboration_id] }
  return write(db, actor, async (tx) => {
    await holdToPublish(tx, actor, id)
    const latest = await latestEdition(tx, id)
    if (!latest?.publish_at || latest.publish_at > now()) return false
    await letReadersHave(tx, id, latest)
    return true
  })
}
