import { sql } from 'kysely'
import type { Id } from '#server/platform/db/ids.ts'
import type { Db } from '#server/platform/db/write.ts'
import { NotAllowed } from '#server/platform/refusals.ts'
import type { Actor } from '../people/actor.ts'
import { can } from './permissions.ts'

export type FollowedReader = {
  id: Id
  /** Null when they are forgotten, as is `mail`. */
  name: string | null
  mail: string | null
  organisation: string | null
  edition_number: number
  due_on: string
  withdrawn_at: Date | null
  first_opened_at: Date | null
  approved_at: Date | null
  bounced_at: Date | null
  bounce_reason: string | null
  /** Of the latest mail that carries the link. */
  mailing: 'waiting' | 'sent' | 'failed' | 'unneeded' | null
  sent_at: Date | null
  refused: string | null
  reminded_at: Date | null
  comments: number
  /** Unsettled. */
  objections: number
}

/** Everybody who was asked to read it, by draft and then by whom they read for. @throws NotAllowed for others than its coordinators. */
export async function listReaders(
  db: Db,
  actor: Actor,
  report: { id: Id; collaboration_id: Id }
): Promise<FollowedReader[]> {
  if (!can(actor, report).follow) throw new NotAllowed()
  const { rows } = await sql<FollowedReader>`
    select r.id, r.name, r.mail, o.name as organisation, r.edition_number, r.due_on, r.withdrawn_at, r.first_opened_at,
      r.approved_at, r.bounced_at, r.bounce_reason, asked.state as mailing, asked.sent_at, asked.error as refused,
      (select max(m.created_at) from message m where m.parameters ? 'reader_id'
        and m.parameters ->> 'reader_id' = r.id::text and m.kind = 'reading_reminder') as reminded_at,
      coalesce(told.comments, 0) as comments, coalesce(told.objections, 0) as objections
    from publication_reader r
    left join organisation o on o.id = r.organisation_id
    left join lateral (
      select m.state, m.sent_at, m.error from message m
      where m.parameters ? 'reader_id' and m.parameters ->> 'reader_id' = r.id::text and m.kind = 'reading_asked'
      order by m.created_at desc, m.id desc limit 1) asked on true
    left join lateral (
      select count(*)::int as comments,
        count(*) filter (where c.kind = 'objection' and c.settled_at is null)::int as objections
      from comment c where c.reader_id = r.id and c.withdrawn_at is null) told on true
    where r.publication_id = ${report.id}
    order by r.edition_number desc, o.name collate "sv-x-icu" nulls last, r.name collate "sv-x-icu", r.id`.execute(
    db
  )
  return rows
}
