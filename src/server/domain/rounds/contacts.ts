import { sql } from 'kysely'
import { dayIn } from '#server/platform/clock.ts'
import type { Id } from '#server/platform/db/ids.ts'
import type { Db } from '#server/platform/db/write.ts'
import { timeZoneOf } from '../installation/installation.ts'
import { coordinatesForOthers } from '../people/coordinators.ts'

export type Contact = { name: string; mail: string }
type Row = Contact & { organisation_id: Id }

/**
 * What it goes on from, where whoever coordinates both has begun it so, or carried something over: anybody can say of theirs
 * that it goes on from another, and would learn who answered there.
 */
const goneOnFrom = (collaboration: Id) => sql`
  select c.predecessor_id from collaboration c where c.id = ${collaboration} and (
    exists (select from carry_over k join commitment e on e.id = k.earlier_id
      where k.collaboration_id = c.id and e.collaboration_id = c.predecessor_id)
    or exists (select from fact f where f.subject_kind = 'collaboration' and f.subject_id = c.predecessor_id
      and f.code = 'collaboration.succeeded' and f.parameters ->> 'successor' = c.id::text))`

/**
 * Whom to ask at each organisation: those named as contact for the party today; where there are none, those who were asked
 * the last time, here or in what this goes on from, and could be reached; else the organisation's own contact. Nobody who coordinates answers for an organisation that is not theirs, though named as its contact.
 */
export async function contactsOf(
  db: Db,
  collaboration: Id,
  organisations: Id[]
): Promise<Map<Id, Contact[]>> {
  const today = dayIn(await timeZoneOf(db))
  const { rows } = await sql<Row>`
    with named as (
      select distinct on (organisation_id, lower(contact_mail))
        organisation_id, coalesce(contact_name, lower(contact_mail)) as name, lower(contact_mail) as mail
      from party
      where collaboration_id = ${collaboration} and contact_mail is not null
        and (from_day is null or from_day <= ${today}) and (to_day is null or to_day >= ${today})
      order by organisation_id, lower(contact_mail), contact_name
    ),
    earlier as (
      select s.organisation_id, p.name, p.mail
      from responder p join space s on s.id = p.space_id
      where s.organisation_id not in (select organisation_id from named)
        and s.round_id = (select r.id from round r join space o on o.round_id = r.id
          where o.organisation_id = s.organisation_id and (r.collaboration_id = ${collaboration}
            or r.collaboration_id = (${goneOnFrom(collaboration)}))
            and r.kind = 'follow_up' and r.state <> 'preparing' order by r.opened_at desc limit 1)
        and exists (select from link l where l.responder_id = p.id and l.forwarded_from_id is null
          and l.withdrawn_at is null and l.bounced_at is null)
        and not exists (select from person where person.mail = p.mail and person.ended_at is not null)
    ),
    contacts as (
      select * from named
      union all select * from earlier
      union all
      select id, coalesce(contact_function, name), lower(contact_mail) from organisation
      where contact_mail is not null and id not in (select organisation_id from named)
        and id not in (select organisation_id from earlier)
    )
    select * from contacts c where organisation_id = any(${organisations}::uuid[])
      and not ${coordinatesForOthers(collaboration, sql`c.mail`, sql`c.organisation_id`)}`.execute(db)
  return Map.groupBy(rows, (row) => row.organisation_id)
}
