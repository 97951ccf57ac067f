import { now } from '#server/platform/clock.ts'
import type { Id } from '#server/platform/db/ids.ts'
import type { Tx } from '#server/platform/db/write.ts'
import { recordFact } from '#server/platform/facts.ts'
import { Invalid, NotFound } from '#server/platform/refusals.ts'
import type { Secrets } from '#server/platform/secrets/secrets.ts'
import { noteReaderLost } from '../links/bouncing.ts'
import { queueMessage } from '../messages/messages.ts'
import type { Actor } from '../people/actor.ts'
import { linkAnew } from './asking.ts'
import { isFrozen } from './drafts.ts'
import { can } from './permissions.ts'

async function findAsked(tx: Tx, actor: Actor, id: Id) {
  const reader = await tx
    .selectFrom('publication_reader as reader')
    .innerJoin('publication', 'publication.id', 'reader.publication_id')
    .select(['reader.id', 'reader.generation', 'reader.mail', 'reader.name', 'reader.withdrawn_at'])
    .select(['reader.edition_number', 'publication.id as publication_id', 'publication.collaboration_id'])
    .where('reader.id', '=', id)
    .where('reader.forgotten_at', 'is', null)
    .forUpdate('reader')
    .executeTakeFirst()
  if (!reader || !can(actor, reader).ask) throw new NotFound('reader')
  return reader
}

async function findStillAsked(tx: Tx, actor: Actor, id: Id) {
  const reader = await findAsked(tx, actor, id)
  if (await isFrozen(tx, reader.publication_id, reader.edition_number))
    throw new Invalid({ form: 'draft_frozen' })
  return reader
}

const subjectOf = ({ publication_id }: { publication_id: Id }) => ({
  kind: 'publication',
  id: publication_id
})

/**
 * Mails the same link once more, at most one in ten minutes however often it is pressed; a withdrawn one comes back as a
 * new link. Whoever sends it believes that it arrives this time.
 * @throws NotFound for everyone but the coordinators; Invalid `form: draft_frozen`.
 */
export async function sendReadingAgain(tx: Tx, actor: Actor, id: Id, secrets: Secrets): Promise<void> {
  const reader = await findStillAsked(tx, actor, id)
  if (reader.withdrawn_at) await linkAnew(tx, reader, {}, secrets)
  else {
    await tx
      .updateTable('publication_reader')
      .set({ bounced_at: null, bounce_reason: null })
      .where('id', '=', id)
      .execute()
    const window = Math.floor(+now() / 600_000)
    const key = `reading_asked:${id}:again:${reader.generation}:${window}`
    await queueMessage(tx, 'reading_asked', key, { reader_id: id })
  }
  await recordFact(tx, 'reader.sent_again', subjectOf(reader), { reader: id })
}

/** From now on the link opens nothing, and says so. What was said by it stays. */
export async function withdrawReader(tx: Tx, actor: Actor, id: Id): Promise<void> {
  const reader = await findAsked(tx, actor, id)
  if (reader.withdrawn_at) return
  await tx.updateTable('publication_reader').set({ withdrawn_at: now() }).where('id', '=', id).execute()
  await recordFact(tx, 'reader.withdrawn', subjectOf(reader), { reader: id })
}

/**
 * Another name, or another address: then the old link opens nothing more, and a new one is mailed there.
 * @throws NotFound; Invalid `mail: taken` when somebody else reads it at that address, `form: draft_frozen`.
 */
export async function mendReader(
  tx: Tx,
  actor: Actor,
  id: Id,
  { name, mail }: { name: string; mail: string },
  secrets: Secrets
): Promise<void> {
  const reader = await findStillAsked(tx, actor, id)
  const taken = await tx
    .selectFrom('publication_reader')
    .select('id')
    .where('publication_id', '=', reader.publication_id)
    .where('edition_number', '=', reader.edition_number)
    .where('mail', '=', mail)
    .where('id', '<>', id)
    .executeTakeFirst()
  if (taken) throw new Invalid({ mail: 'taken' })
  if (mail !== reader.mail) await linkAnew(tx, reader, { name, mail }, secrets)
  else if (name !== reader.name)
    await tx.updateTable('publication_reader').set({ name }).where('id', '=', id).execute()
  else return
  await recordFact(tx, 'reader.mended', subjectOf(reader), { reader: id })
}

/** A coordinator has heard that the mail did not arrive: no reminder goes there until it is mailed again. */
export async function markReaderLost(tx: Tx, actor: Actor, id: Id): Promise<void> {
  await findAsked(tx, actor, id)
  await noteReaderLost(tx, id, null)
}
