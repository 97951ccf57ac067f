import { sql } from 'kysely'
import type { Degree } from '#server/platform/db/schema.ts'
import type { Id } from '#server/platform/db/ids.ts'
import type { Db } from '#server/platform/db/write.ts'
import type { About } from '../reports/refs.ts'

export type ProgressItem = {
  item_id: Id
  about: About
  running: boolean
  /** None where a party answers for itself or about the collaboration. */
  number: number | null
  title: string | null
  commitment_id: Id | null
  space_id: Id
  organisation_slug: string
  report_id: Id | null
  state: 'submitted' | 'returned' | 'accepted' | null
  /** As it was sent in last. */
  degree: Degree | null
  /** As it was accepted last in a round before this one. */
  before: Degree | null
  /** Paper and phone: typed in by a coordinator. */
  source: 'link' | 'paper' | 'phone' | null
  /** That there is a draft, and nothing more of it. */
  begun: boolean
  submitted_at: Date | null
  exempted: boolean
  exempt_reason: string | null
  /** Who answers instead. */
  handed_to: string | null
}

export const itemsOf = async (db: Db, round: Id): Promise<ProgressItem[]> => {
  const { rows } = await sql<ProgressItem>`
    select i.id as item_id, i.about, i.running, c.number,
      coalesce(case when i.about = 'promise' then v.answers ->> 'title' end, c.title) as title, c.id as commitment_id, i.space_id,
      o.slug as organisation_slug, r.id as report_id, r.state, v.degree, before.degree as before, v.source,
      exists (select from draft where draft.item_id = i.id) as begun, r.submitted_at,
      i.exempted_at is not null as exempted, i.exempt_reason, handed.name as handed_to
    from round_item i
    join round on round.id = i.round_id
    join space s on s.id = i.space_id
    join organisation o on o.id = s.organisation_id
    left join commitment c on c.id = i.commitment_id
    left join report r on r.item_id = i.id
    left join lateral (select degree, source, answers from report_version where report_id = r.id order by number desc limit 1) v on true
    left join lateral (select earlier.degree from report earlier join round e on e.id = earlier.round_id
      where earlier.commitment_id = i.commitment_id and earlier.round_id <> i.round_id and earlier.degree is not null
        and e.opened_at < coalesce(round.opened_at, 'infinity')
      order by e.opened_at desc, earlier.accepted_at desc limit 1) before on true
    left join lateral (select organisation.name from round_item other join space on space.id = other.space_id
      join organisation on organisation.id = space.organisation_id where other.id = i.handed_to_id) handed on true
    where i.round_id = ${round} order by c.number nulls last, i.about, i.id`.execute(db)
  return rows
}

export type ProgressSpace = {
  id: Id
  organisation_id: Id
  name: string
  slug: string
  first_opened_at: Date | null
  /** Its own, where it has longer than the others. */
  due_on: string | null
  exempted: boolean
  exempt_reason: string | null
  declined_at: Date | null
  declined_reason: string | null
  declined_by: string | null
}

export const spacesOf = async (db: Db, round: Id): Promise<ProgressSpace[]> => {
  const { rows } = await sql<ProgressSpace>`
    select s.id, s.organisation_id, o.name, o.slug, s.first_opened_at, s.due_on, s.exempted_at is not null as exempted,
      s.exempt_reason, s.declined_at, s.declined_reason, s.declined_by
    from space s join organisation o on o.id = s.organisation_id
    where s.round_id = ${round} order by o.name collate "sv-x-icu"`.execute(db)
  return rows
}

export type ProgressLink = {
  link_id: Id
  space_id: Id
  name: string
  mail: string
  errand: 'answer' | 'read'
  /** Whoever gave it to them, where it was not a coordinator. */
  forwarded_by: string | null
  withdrawn: boolean
  /** May open what colleagues wrote before they came. */
  admitted: boolean
  mailing: 'waiting' | 'sent' | 'failed' | 'unneeded' | null
  /** What the mail server said when it refused, as a code. */
  refused: string | null
  sent_at: Date | null
  bounced_at: Date | null
  bounce_reason: string | null
  first_opened_at: Date | null
  reminders: number
  reminded_at: Date | null
}

export const linksOf = async (db: Db, round: Id): Promise<ProgressLink[]> => {
  const { rows } = await sql<ProgressLink>`
    with mailed as (
      select distinct on (m.parameters ->> 'link_id') m.parameters ->> 'link_id' as link_id, m.state, m.error, m.sent_at
      from message m where m.kind in ('answer_link', 'answer_reminder') and m.parameters ? 'link_id' and m.state <> 'unneeded'
      order by m.parameters ->> 'link_id', m.created_at desc
    ), reminded as (
      select m.parameters ->> 'link_id' as link_id, count(*) as reminders, max(m.sent_at) as reminded_at
      from message m where m.kind = 'answer_reminder' and m.state = 'sent' group by 1
    )
    select link.id as link_id, responder.space_id, responder.name, responder.mail, link.errand,
      from_responder.name as forwarded_by, link.withdrawn_at is not null as withdrawn, responder.admitted,
      mailed.state as mailing, case when mailed.state = 'failed' then mailed.error end as refused, mailed.sent_at,
      link.bounced_at, link.bounce_reason, link.first_opened_at,
      coalesce(reminded.reminders, 0) as reminders, reminded.reminded_at
    from space
    join responder on responder.space_id = space.id
    join link on link.responder_id = responder.id
    left join link from_link on from_link.id = link.forwarded_from_id
    left join responder from_responder on from_responder.id = from_link.responder_id and from_responder.mail <> responder.mail
    left join mailed on mailed.link_id = link.id::text
    left join reminded on reminded.link_id = link.id::text
    where space.round_id = ${round}
    order by link.withdrawn_at is not null, responder.name collate "sv-x-icu", link.id`.execute(db)
  return rows
}
