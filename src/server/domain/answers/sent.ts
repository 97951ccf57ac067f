import type { Id } from '#server/platform/db/ids.ts'
import type { Db } from '#server/platform/db/write.ts'
import { listFigures } from '../figures/figures.ts'
import { said } from '../reports/said.ts'

/** What these versions say, in the order of the commitments' numbers: for the link through which they were sent in. */
export async function listSent(db: Db, link: Id, versions: Id[]) {
  const rows = await db
    .selectFrom('report_version')
    .innerJoin('report', 'report.id', 'report_version.report_id')
    .innerJoin('round_item', 'round_item.id', 'report.item_id')
    .innerJoin('link_item', 'link_item.item_id', 'round_item.id')
    .leftJoin('commitment', 'commitment.id', 'report.commitment_id')
    .select((eb) => [
      'report_version.id',
      'round_item.about',
      'commitment.title',
      'report_version.degree',
      ...said,
      'report_version.publishable',
      'report_version.no_change',
      'report_version.answers',
      eb
        .selectFrom('attachment')
        .select((inner) => inner.fn.countAll<string>().as('photos'))
        .whereRef('attachment.report_version_id', '=', 'report_version.id')
        .as('photos')
    ])
    .where('link_item.link_id', '=', link)
    .where('report_version.id', 'in', versions.length > 0 ? versions : [null])
    .orderBy('commitment.number')
    .orderBy('round_item.about')
    .$narrowType<{ about: 'commitment' | 'party' | 'collaboration' | 'promise' }>()
    .execute()
  const figures = await listFigures(
    db,
    rows.map(({ id }) => id)
  )
  return rows.map((row) => ({
    ...row,
    answers: row.answers as Record<string, string | number | boolean>,
    photos: Number(row.photos),
    figures: figures.filter((figure) => figure.report_version_id === row.id)
  }))
}
export type SentAnswer = Awaited<ReturnType<typeof listSent>>[number]
