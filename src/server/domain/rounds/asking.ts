import { sql } from 'kysely'
import { dayIn } from '#server/platform/clock.ts'
import type { Id } from '#server/platform/db/ids.ts'
import type { Db } from '#server/platform/db/write.ts'
import { NotAllowed } from '#server/platform/refusals.ts'
import type { Actor } from '../people/actor.ts'
import { can } from './permissions.ts'

export type Asked = {
  organisation: { id: Id; name: string }
  items: { id: Id; number: number; title: string; wording_id: Id | null }[]
  /** Empty: nobody there has a mail address, and nobody is asked. */
  responders: { name: string; mail: string }[]
}
export type Asking = {
  asked: Asked[]
  /** Commitments that nobody answers for. */
  unanswerable: { number: number; title: string }[]
}

/**
 * Whom a round opened now would ask: the lead, or the answerer where it is carried jointly, of everything that is agreed,
 * discontinued ones too: it is the base of "n av m" (docs/decisions/0007-what-counts-as-carried-out.md).
 */
export async function whomItAsks(db: Db, actor: Actor, collaboration: Id): Promise<Asking> {
  if (!can(actor, collaboration).open) throw new NotAllowed()
  const { rows } = await sql<Asked['items'][number] & { owner_id: Id | null; name: string | null }>`
    select c.id, c.number, c.title, c.wording_id, c.owner_id, o.name
    from commitment c left join organisation o on o.id = c.owner_id
    where c.collaboration_id = ${collaboration} and c.stage <> 'proposed'
    order by o.name collate "sv-x-icu", c.number`.execute(db)
  const contacts = await contactsIn(db, collaboration)
  const byOwner = Map.groupBy(rows, (row) => row.owner_id)
  const asked = [...byOwner].flatMap(([id, items]): Asked[] =>
    id === null
      ? []
      : [{ organisation: { id, name: items[0]?.name ?? '' }, items, responders: contacts.get(id) ?? [] }]
  )
  return { asked, unanswerable: byOwner.get(null) ?? [] }
}

type Contact = { organisation_id: Id; name: string; mail: string }

/** Those named as contact for the party today; where there are none, the organisation's own contact. */
async function contactsIn(db: Db, collaboration: Id): Promise<Map<Id, Contact[]>> {
  const today = dayIn(await timeZoneOf(db))
  const { rows } = await sql<Contact>`
    with named as (
      select distinct on (organisation_id, lower(contact_mail))
        organisation_id, coalesce(contact_name, lower(contact_mail)) as name, lower(contact_mail) as mail
      from party
      where collaboration_id = ${collaboration} and contact_mail is not null
        and (from_day is null or from_day <= ${today}) and (to_day is null or to_day >= ${today})
      order by organisation_id, lower(contact_mail), contact_name
    )
    select * from named
    union all
    select id, coalesce(contact_function, name), lower(contact_mail) from organisation
    where contact_mail is not null and id not in (select organisation_id from named)
      and id in (select owner_id from commitment where collaboration_id = ${collaboration})`.execute(db)
  return Map.groupBy(rows, (row) => row.organisation_id)
}

export async function timeZoneOf(db: Db): Promise<string> {
  const installation = await db.selectFrom('installation').select('time_zone').executeTakeFirst()
  return installation?.time_zone ?? 'Europe/Stockholm'
}
