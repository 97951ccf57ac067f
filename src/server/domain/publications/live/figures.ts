import { countedOnce, withoutReplaced } from '../../figures/joined.ts'
import { linesOf } from '../../figures/summing.ts'
import type { BlockSettings } from '../settings.ts'
import { figureOf } from './deeds.ts'
import type { Material } from './material.ts'
import type { Told } from './told.ts'
import { isAbout, viewOf } from './views.ts'
import type { FactsOf } from '../facts.ts'

/** Only measures that add up are added; averages, levels, persons and words are listed with the deed they tell of. */
export function figures(material: Material, settings: BlockSettings): FactsOf<'figures'> {
  const view = viewOf(material, settings)
  const aims = new Map(view.answers.map(({ id, objective_id }) => [id, objective_id]))
  const about = view.told.filter(({ commitment_id }) =>
    isAbout(material, settings, aims.get(commitment_id) ?? null)
  )
  const told = figuresTold(material, about)
  const lines = linesOf(told.filter(({ rule }) => rule === 'sum'))
  const besides = lines.flatMap((line) => line.beside)
  const byVersion = new Map(about.map((one) => [one.version_id, one]))
  const listed = [...told.filter(({ rule }) => rule !== 'sum'), ...besides].map((figure) => {
    const { number = 0, title = '' } = byVersion.get(figure.report_version_id) ?? {}
    return { ...figureOf(figure), number, title, measure: figure.measure_unit }
  })
  const groups = settings.listed === 'no' ? [] : [...Map.groupBy(listed, ({ measure }) => measure)]
  return {
    sums: lines.flatMap(({ unit, scope, sum }) => (sum ? [{ unit, soFar: scope === 'so_far', ...sum }] : [])),
    listed: groups.map(([unit, its]) => ({
      unit,
      figures: its.map(({ measure: _, ...figure }) => figure)
    }))
  }
}

/** What several told of one deed is counted once. */
function figuresTold(material: Material, told: Told[]) {
  const commitments = new Map(told.map(({ version_id, commitment_id }) => [version_id, commitment_id]))
  return withoutReplaced(
    countedOnce(told).flatMap(({ version_id }) => material.figures.get(version_id) ?? []),
    {
      teller: ({ report_version_id }) => commitments.get(report_version_id) ?? '',
      answer: ({ report_version_id }) => report_version_id
    }
  )
}
