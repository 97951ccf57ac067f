import type { Id } from '#server/platform/db/ids.ts'
import type { Db } from '#server/platform/db/write.ts'

/** The figures of these received versions, as they were told. Who may read a version may read its figures. */
export const listFigures = (db: Db, versions: Id[]) =>
  db
    .selectFrom('figure')
    .innerJoin('measure', 'measure.id', 'figure.measure_id')
    .select([
      'figure.id',
      'figure.report_version_id',
      'figure.measure_id',
      'measure.unit',
      'measure.rule',
      'figure.qualifier',
      'figure.value',
      'figure.words',
      'figure.scope'
    ])
    .where('figure.report_version_id', 'in', versions.length > 0 ? versions : [null])
    .orderBy('figure.report_version_id')
    .orderBy('figure.sort')
    .$narrowType<{ scope: 'this_period' | 'so_far'; rule: 'sum' | 'highest' | 'latest' | 'never' }>()
    .execute()
