import { sql } from 'kysely'
import type { Id } from '#server/platform/db/ids.ts'
import type { Degree } from '#server/platform/db/schema.ts'
import type { Db } from '#server/platform/db/write.ts'
import { NotFound } from '#server/platform/refusals.ts'
import { listFigures } from '../figures/figures.ts'
import { listAttached } from '../photos/attached.ts'
import type { Actor } from '../people/actor.ts'
import { answerWithinReach, type Reach } from '../people/reach.ts'
import { isAt, type About } from './refs.ts'
import { said } from './said.ts'

const reach = {
  audience: 'report.audience',
  collaboration: 'report.collaboration_id',
  owner: 'report.organisation_id'
}

/**
 * Reports as far as this actor reaches. Until accepted they are their organisation's own, and the coordinators'. About no
 * commitment where a party answers for itself, or about the collaboration.
 */
const reports = (db: Db, actor: Actor) =>
  db
    .selectFrom('report')
    .innerJoin('round_item', 'round_item.id', 'report.item_id')
    .innerJoin('round', 'round.id', 'report.round_id')
    .innerJoin('collaboration', 'collaboration.id', 'report.collaboration_id')
    .innerJoin('organisation', 'organisation.id', 'report.organisation_id')
    .leftJoin('commitment', 'commitment.id', 'report.commitment_id')
    .select([
      'report.id',
      'report.version',
      'report.state',
      'report.item_id',
      'report.round_id',
      'report.commitment_id',
      'round_item.about',
      'round_item.running',
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
      sql<Reach>`coalesce(commitment.audience, collaboration.audience)`.as('widest_audience'),
      'round.name as round_name',
      'round.slug as round_slug',
      'round.from_day as round_from',
      'round.to_day as round_to',
      'round.kind as round_kind',
      'organisation.name as organisation_name',
      'organisation.slug as organisation_slug'
    ])
    .$narrowType<{ about: About }>()
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
    .where('report.commitment_id', 'is not', null)
    .innerJoin('report_version', 'report_version.id', 'report.accepted_version_id')
    .leftJoin('public_wording', 'public_wording.report_version_id', 'report_version.id')
    .select([
      'report_version.id as version_id',
      ...said,
      'report_version.no_change',
      'report_version.publishable',
      'public_wording.wording'
    ])
    .where(columns[kind], '=', id)
    .orderBy('round.opened_at', 'desc')
    .orderBy('commitment.number')
    .$narrowType<{ commitment_id: Id; number: number; title: string; stage: string; degree: Degree }>()
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

/** What a round has received at that place of its addresses (`refOf`). */
export async function findReportAt(db: Db, actor: Actor, round: Id, ref: string): Promise<Report> {
  const { rows } = await sql<{ id: Id }>`
    select r.id from report r
    join round_item i on i.id = r.item_id
    join organisation o on o.id = r.organisation_id
    left join commitment c on c.id = i.commitment_id
    where r.round_id = ${round} and ${isAt(ref)}`.execute(db)
  if (!rows[0]) throw new NotFound('report')
  return findReport(db, actor, rows[0].id)
}
