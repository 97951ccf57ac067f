import { sql } from 'kysely'
import { dayIn } from '#server/platform/clock.ts'
import type { Id } from '#server/platform/db/ids.ts'
import type { Db } from '#server/platform/db/write.ts'
import { NotAllowed } from '#server/platform/refusals.ts'
import type { Actor } from '../people/actor.ts'
import { timeZoneOf } from '../installation/installation.ts'
import { contactsOf, type Contact } from '../rounds/contacts.ts'
import { can } from './permissions.ts'

export type Askable = { organisation: { id: Id; name: string }; contacts: (Contact & { own: boolean })[] }

/**
 * The parties of today, with whom to ask at each: whoever the rounds would ask, else whoever read the collaboration's last
 * report for them, `own` the address of whoever asks. Without contacts where nobody is known.
 * @throws NotAllowed for others than the coordinators.
 */
export async function listAskable(
  db: Db,
  actor: Actor,
  { collaboration_id }: { collaboration_id: Id }
): Promise<Askable[]> {
  if (!can(actor, { collaboration_id }).ask) throw new NotAllowed()
  const today = dayIn(await timeZoneOf(db))
  const { rows: parties } = await sql<{ id: Id; name: string }>`
    select distinct o.id, o.name collate "sv-x-icu" as name from party p join organisation o on o.id = p.organisation_id
    where p.collaboration_id = ${collaboration_id}
      and (p.from_day is null or p.from_day <= ${today}) and (p.to_day is null or p.to_day >= ${today})
    order by 2`.execute(db)
  const ids = parties.map(({ id }) => id)
  const contacts = await contactsOf(db, collaboration_id, ids)
  const earlier = await earlierReaders(db, collaboration_id)
  const own = await mailOf(db, actor)
  return parties.map((organisation) => ({
    organisation,
    contacts: (contacts.get(organisation.id) ?? earlier.get(organisation.id) ?? []).map(({ name, mail }) => ({
      ...{ name, mail },
      own: mail === own
    }))
  }))
}

async function mailOf(db: Db, { person }: Actor): Promise<string | undefined> {
  if (!person) return undefined
  const found = await db.selectFrom('person').select('mail').where('id', '=', person.id).executeTakeFirst()
  return found?.mail
}

async function earlierReaders(db: Db, collaboration: Id): Promise<Map<Id, Contact[]>> {
  const { rows } = await sql<Contact & { organisation_id: Id }>`
    select distinct on (r.organisation_id) r.organisation_id, r.name, r.mail
    from publication_reader r join publication p on p.id = r.publication_id
    where p.collaboration_id = ${collaboration} and r.organisation_id is not null
      and r.forgotten_at is null and r.withdrawn_at is null and r.bounced_at is null
      and not exists (select from person where person.mail = r.mail and person.ended_at is not null)
    order by r.organisation_id, r.id desc`.execute(db)
  return Map.groupBy(rows, ({ organisation_id }) => organisation_id)
}
