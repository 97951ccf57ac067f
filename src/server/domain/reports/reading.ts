import { sql } from 'kysely'
import type { Id } from '#server/platform/db/ids.ts'
import type { Degree } from '#server/platform/db/schema.ts'
import type { Db } from '#server/platform/db/write.ts'
import { NotFound } from '#server/platform/refusals.ts'
import { listFigures } from '../figures/figures.ts'
import type { Actor } from '../people/actor.ts'
import { can } from './permissions.ts'
import { findReceived, findReportAt, type Report } from './reports.ts'
import { proposedStage } from './reviewing.ts'
import { said } from './said.ts'

/**
 * An answer as its coordinators read it: what was received last, beside the promise in the words of the day the round
 * opened, how far it had come before, and what was received and returned earlier. @throws NotFound for everyone else.
 */
export async function findReading(db: Db, actor: Actor, round: Id, ref: string) {
  const report = await findReportAt(db, actor, round, ref)
  if (!can(actor, report).review) throw new NotFound('report')
  const received = await findReceived(db, report.id)
  const { degree } = received
  return {
    report,
    received: { ...received, figures: await listFigures(db, [received.id]) },
    promise: await promiseOf(db, report),
    before: await beforeOf(db, report),
    earlier: await earlierVersions(db, report, received.number),
    proposes: report.state === 'accepted' && report.stage ? proposedStage(degree, report.stage) : null
  }
}

async function promiseOf(db: Db, { item_id }: Report): Promise<string | null> {
  const promise = await db
    .selectFrom('round_item')
    .leftJoin('commitment_wording', 'commitment_wording.id', 'round_item.wording_id')
    .select('commitment_wording.wording')
    .where('round_item.id', '=', item_id)
    .executeTakeFirst()
  return promise?.wording ?? null
}

export type Before = { degree: Degree; round_name: string; done: string | null }

/** What was accepted last in a round before this one. */
async function beforeOf(db: Db, { commitment_id, round_id }: Report): Promise<Before | null> {
  const { rows } = await sql<Before>`
    select r.degree, round.name as round_name, coalesce(w.wording, v.done) as done
    from report r
    join round on round.id = r.round_id
    join report_version v on v.id = r.accepted_version_id
    left join public_wording w on w.report_version_id = v.id
    where r.commitment_id = ${commitment_id} and r.round_id <> ${round_id} and r.degree is not null
      and round.opened_at < (select coalesce(opened_at, 'infinity') from round where id = ${round_id})
    order by round.opened_at desc, r.accepted_at desc limit 1`.execute(db)
  return rows[0] ?? null
}

/** Each version with what it was returned with, the latest first. */
const earlierVersions = (db: Db, report: Report, latest: number) =>
  db
    .selectFrom('report_version')
    .leftJoin('review', 'review.report_version_id', 'report_version.id')
    .select([
      'report_version.number',
      'report_version.degree',
      ...said,
      'report_version.submitted_at',
      'review.verdict',
      'review.note'
    ])
    .where('report_version.report_id', '=', report.id)
    .where('report_version.number', '<', latest)
    .orderBy('report_version.number', 'desc')
    .limit(20)
    .execute()
