import { sql } from 'kysely'
import type { Id } from '#server/platform/db/ids.ts'
import type { Db } from '#server/platform/db/write.ts'
import { NotFound } from '#server/platform/refusals.ts'
import { listFigures } from '../figures/figures.ts'
import { listAttached } from '../photos/attached.ts'
import type { Actor } from '../people/actor.ts'
import { answerWithinReach } from '../people/reach.ts'

const reach = {
  audience: 'report.audience',
  collaboration: 'report.collaboration_id',
  owner: 'report.organisation_id'
}

/** Reports as far as this actor reaches. Until accepted they are their organisation's own, and the coordinators'. */
const reports = (db: Db, actor: Actor) =>
  db
    .selectFrom('report')
    .innerJoin('commitment', 'commitment.id', 'report.commitment_id')
    .innerJoin('round', 'round.id', 'report.round_id')
    .innerJoin('organisation', 'organisation.id', 'report.organisation_id')
    .select([
      'report.id',
      'report.version',
      'report.state',
      'report.item_id',
      'report.round_id',
      'commitment.id as commitment_id',
      'report.collaboration_id',
      'report.organisation_id',
      'report.accepted_version_id',
      'report.accepted_at',
      'report.submitted_at',
      'report.degree',
      'report.audience',
      'report.highlight',
      'report.highlight_id',
      'commitment.number',
      'commitment.title',
      'commitment.stage',
      'commitment.audience as commitment_audience',
      'round.name as round_name',
      'round.slug as round_slug',
      'round.from_day as round_from',
      'round.to_day as round_to',
      'round.kind as round_kind',
      'organisation.name as organisation_name',
      'organisation.slug as organisation_slug'
    ])
    .where(answerWithinReach(actor, reach))

/** @throws NotFound when there is none that this actor reaches. */
export const findReport = (db: Db, actor: Actor, id: Id) =>
  reports(db, actor)
    .where('report.id', '=', id)
    .executeTakeFirstOrThrow(() => new NotFound('report'))
export type Report = Awaited<ReturnType<typeof findReport>>

/** The latest version received, with what was said of it; not for the public, who read the accepted one. */
export const findReceived = (db: Db, report: Id) =>
  db
    .selectFrom('report_version')
    .leftJoin('review', 'review.report_version_id', 'report_version.id')
    .leftJoin('public_wording', 'public_wording.report_version_id', 'report_version.id')
    .selectAll('report_version')
    .select([
      'review.verdict',
      'review.note',
      'public_wording.wording as public_wording',
      sql<number>`coalesce(public_wording.version, 0)`.as('wording_version')
    ])
    .where('report_version.report_id', '=', report)
    .orderBy('report_version.number', 'desc')
    .limit(1)
    .executeTakeFirstOrThrow(() => new NotFound('report'))
export type Received = Awaited<ReturnType<typeof findReceived>>

export type ReportFilter = { commitment: Id } | { collaboration: Id } | { round: Id }

const columns = {
  commitment: 'report.commitment_id',
  collaboration: 'report.collaboration_id',
  round: 'report.round_id'
} as const

/**
 * What was accepted, as this reader may see it, the latest round first: `wording` is how the public reads what was done,
 * beside the partner's own words in `done`. With the figures as they were told.
 */
export async function listAcceptedReports(db: Db, actor: Actor, filter: ReportFilter) {
  const [[kind, id]] = Object.entries(filter) as [[keyof typeof columns, Id]]
  const rows = await reports(db, actor)
    .innerJoin('report_version', 'report_version.id', 'report.accepted_version_id')
    .leftJoin('public_wording', 'public_wording.report_version_id', 'report_version.id')
    .select([
      'report_version.id as version_id',
      'report_version.reason',
      'report_version.done',
      'report_version.contributed',
      'report_version.learnt',
      'report_version.no_change',
      'report_version.publishable',
      'public_wording.wording'
    ])
    .where(columns[kind], '=', id)
    .orderBy('round.opened_at', 'desc')
    .orderBy('commitment.number')
    .execute()
  const figures = await listFigures(
    db,
    rows.map((row) => row.version_id)
  )
  const byVersion = Map.groupBy(figures, (figure) => figure.report_version_id)
  const photos = await listAttached(
    db,
    rows.map((row) => row.version_id)
  )
  const shown = Map.groupBy(photos, (photo) => photo.report_version_id)
  return rows.map((row) => ({
    ...row,
    figures: byVersion.get(row.version_id) ?? [],
    photos: shown.get(row.version_id) ?? []
  }))
}
export type AcceptedReport = Awaited<ReturnType<typeof listAcceptedReports>>[number]

/** As residents read them: where what was done is worded anew, the partner's own words are for those inside. */
export const asResidentsRead = (reports: AcceptedReport[]): AcceptedReport[] =>
  reports.map((report) => ({ ...report, done: report.wording ?? report.done }))

/** The same, of the commitment of that number in a round. */
export const findReportIn = (db: Db, actor: Actor, round: Id, number: number) =>
  reports(db, actor)
    .where('report.round_id', '=', round)
    .where('commitment.number', '=', number)
    .executeTakeFirstOrThrow(() => new NotFound('report'))
