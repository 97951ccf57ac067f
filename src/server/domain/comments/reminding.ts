import { sql } from 'kysely'
import { dayIn, now } from '#server/platform/clock.ts'
import type { Id } from '#server/platform/db/ids.ts'
import type { Db, Tx } from '#server/platform/db/write.ts'
import { recordFact } from '#server/platform/facts.ts'
import { Invalid, NotAllowed } from '#server/platform/refusals.ts'
import { queueMessage } from '../messages/messages.ts'
import type { Actor } from '../people/actor.ts'
import { timeZoneOf } from '../installation/installation.ts'
import { draftNumber } from './drafts.ts'
import { can } from './permissions.ts'

type Report = { id: Id; collaboration_id: Id }

/**
 * Whom a press on "remind" would mail now: those of the draft that stands who have said nothing, neither that they have
 * nothing against it, and whom no mail was made for today.
 */
export async function remindableReaders(db: Db, actor: Actor, report: Report): Promise<Id[]> {
  if (!can(actor, report).ask) throw new NotAllowed()
  const zone = await timeZoneOf(db)
  const { rows } = await sql<{ id: Id }>`
    select r.id from publication_reader r
    where r.publication_id = ${report.id} and r.edition_number = ${await draftNumber(db, report.id)}
      and r.withdrawn_at is null and r.forgotten_at is null and r.bounced_at is null and r.expires_at > ${now()} and r.approved_at is null
      and not exists (select from comment c where c.reader_id = r.id and c.withdrawn_at is null)
      and not exists (select from message m
        where m.parameters ? 'reader_id' and m.parameters ->> 'reader_id' = r.id::text
          and m.kind in ('reading_asked', 'reading_reminder')
          and (m.created_at at time zone ${zone})::date >= ${dayIn(zone)}::date)
    order by r.id`.execute(db)
  return rows.map(({ id }) => id)
}

/**
 * Mails the same links once more to those who have said nothing. Gives how many; pressed again the same day it mails none.
 * @throws NotAllowed for everyone but the coordinators; Invalid `form: draft_frozen`.
 */
export async function remindReaders(tx: Tx, actor: Actor, report: Report, edition: number): Promise<number> {
  const silent = await remindableReaders(tx, actor, report)
  if ((await draftNumber(tx, report.id)) !== edition) throw new Invalid({ form: 'draft_frozen' })
  const day = dayIn(await timeZoneOf(tx))
  for (const reader_id of silent)
    await queueMessage(tx, 'reading_reminder', `reading_reminder:${reader_id}:${day}`, { reader_id, day })
  if (silent.length > 0)
    await recordFact(
      tx,
      'publication.readers_reminded',
      { kind: 'publication', id: report.id },
      { mails: silent.length }
    )
  return silent.length
}
