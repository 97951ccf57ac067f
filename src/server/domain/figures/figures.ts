import { sql } from 'kysely'
import type { Id } from '#server/platform/db/ids.ts'
import type { Db } from '#server/platform/db/write.ts'
import type { Rule, Scope } from './summing.ts'

/**
 * The figures of these received versions: `unit` as it was told, and the measure it is counted in, which may be another
 * that a coordinator found to be the same. Who may read a version may read its figures.
 */
export const listFigures = (db: Db, versions: Id[]) =>
  db
    .selectFrom('figure')
    .innerJoin('measure', 'measure.id', 'figure.measure_id')
    .leftJoin('measure as target', 'target.id', 'measure.merged_into_id')
    .select([
      'figure.id',
      'figure.report_version_id',
      sql<Id>`coalesce(target.id, measure.id)`.as('measure_id'),
      'measure.id as told_measure_id',
      'measure.unit',
      sql<string>`coalesce(target.unit, measure.unit)`.as('measure_unit'),
      sql<Rule>`coalesce(target.rule, measure.rule)`.as('rule'),
      'figure.qualifier',
      'figure.value',
      'figure.words',
      'figure.scope'
    ])
    .where('figure.report_version_id', 'in', versions.length > 0 ? versions : [null])
    .orderBy('figure.report_version_id')
    .orderBy('figure.sort')
    .$narrowType<{ scope: Scope }>()
    .execute()
