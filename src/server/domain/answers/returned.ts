import type { Db } from '#server/platform/db/write.ts'
import { listFigures } from '../figures/figures.ts'
import { listAttached } from '../photos/attached.ts'
import { said } from '../reports/said.ts'
import { altField } from './photo-alts.ts'
import type { Item } from './items.ts'
import { fieldOf, type OwnAnswers } from './own-answers.ts'
import type { WrittenAnswer } from './written.ts'

const latest = (db: Db, report: string) =>
  db
    .selectFrom('report_version')
    .leftJoin('review', 'review.report_version_id', 'report_version.id')
    .leftJoin('public_wording', 'public_wording.report_version_id', 'report_version.id')
    .select([
      'report_version.id',
      'report_version.degree',
      ...said,
      'report_version.publishable',
      'report_version.no_change',
      'report_version.answers',
      'report_version.source',
      'review.note',
      'public_wording.wording'
    ])
    .where('report_version.report_id', '=', report)
    .orderBy('report_version.number', 'desc')
    .limit(1)
    .$narrowType<{ source: 'link' | 'paper' | 'phone' }>()
    .executeTakeFirst()

export type ReceivedAnswer = {
  written: WrittenAnswer
  /** What it was returned with. */
  note: string | null
  /** How the public reads it, where that is worded anew. */
  wording: string | null
  /** How it came: a coordinator types in what comes otherwise. */
  source: 'link' | 'paper' | 'phone'
}

/** What was received last, as it would stand in the form: what a returned answer goes on from, and what was sent. */
export async function receivedAnswer(db: Db, item: Item): Promise<ReceivedAnswer | null> {
  const version = item.report_id ? await latest(db, item.report_id) : undefined
  if (!version) return null
  const { degree, reason, done, contributed, learnt, note, wording, source } = version
  const ticks = {
    publishable: version.publishable ? 'yes' : 'no',
    no_change: version.no_change ? 'yes' : null
  }
  const texts = { degree, reason, done, contributed, learnt, ...ticks, ...ownOf(version.answers) }
  const figures = await listFigures(db, [version.id])
  const rows = figures.flatMap((figure, row) =>
    Object.entries({
      qualifier: figure.qualifier,
      value: figure.words ?? String(figure.value).replace('.', ','),
      unit: figure.unit,
      rule: figure.rule,
      scope: figure.scope
    }).map(([field, value]) => [`figures.${row}.${field}`, value])
  )
  const photos = (await listAttached(db, [version.id])).map(({ id, alt }) => [altField(id), alt])
  const told = Object.entries(texts).filter(([, value]) => value !== null)
  return {
    written: Object.fromEntries([...told, ...rows, ...photos]) as WrittenAnswer,
    note,
    wording,
    source
  }
}

const ownOf = (answers: unknown): Record<string, string> =>
  Object.fromEntries(
    Object.entries(answers as OwnAnswers).map(([key, told]) => [fieldOf({ key }), writtenOf(told)])
  )

function writtenOf(told: string | number | boolean): string {
  if (typeof told === 'boolean') return told ? 'yes' : 'no'
  return typeof told === 'number' ? String(told).replace('.', ',') : told
}

/** The answer that was sent back, or null when it was not. */
export const returnedAnswer = async (db: Db, item: Item): Promise<WrittenAnswer | null> =>
  item.state === 'returned' ? ((await receivedAnswer(db, item))?.written ?? null) : null
