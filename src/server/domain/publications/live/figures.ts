import type { Id } from '#server/platform/db/ids.ts'
import { countedOnce, withoutReplaced } from '../../figures/joined.ts'
import { linesOf } from '../../figures/summing.ts'
import type { BlockSettings } from '../settings.ts'
import { figureOf } from './deeds.ts'
import { focusAreaOf, focusAreasOf, type Material } from './material.ts'
import type { Told } from './told.ts'
import { isAbout, viewOf, type View } from './views.ts'
import type { FactsOf } from '../facts.ts'

/** Only measures that add up are added; averages, levels, persons and words are listed with the deed they tell of. */
export function figures(material: Material, settings: BlockSettings): FactsOf<'figures'> {
  const view = viewOf(material, settings)
  const aims = new Map(view.answers.map(({ id, objective_id }) => [id, objective_id]))
  const where = whereOf(material, settings, view)
  const about = view.told.filter(({ commitment_id }) =>
    isAbout(material, settings, aims.get(commitment_id) ?? null)
  )
  const told = figuresTold(material, about)
  const lines = linesOf(told.filter(({ rule }) => rule === 'sum'))
  const besides = lines.flatMap((line) => line.beside)
  const byVersion = new Map(about.map((one) => [one.version_id, one]))
  const listed = [...told.filter(({ rule }) => rule !== 'sum'), ...besides].map((figure) => {
    const { number = 0, title = '', commitment_id = '' } = byVersion.get(figure.report_version_id) ?? {}
    const { areas, places } = where([commitment_id])
    return { ...figureOf(figure), number, title, measure: figure.measure_unit, ...areas, ...places }
  })
  const groups = settings.listed === 'no' ? [] : [...Map.groupBy(listed, ({ measure }) => measure)]
  return {
    sums: lines.flatMap(({ unit, scope, sum, beside }) => {
      if (!sum) return []
      const from = told.flatMap((figure) =>
        unitOf(figure) === unit && figure.scope === scope && !beside.includes(figure)
          ? (byVersion.get(figure.report_version_id)?.commitment_id ?? [])
          : []
      )
      return [{ unit, soFar: scope === 'so_far', ...sum, ...where(from).areas }]
    }),
    ...areasOf(material, settings),
    listed: groups.map(([unit, its]) => ({
      unit,
      figures: its.map(({ measure: _, ...figure }) => figure)
    }))
  }
}

/** In the order of the plan, where the block tells of several. */
function areasOf(material: Material, { objective }: BlockSettings): { areas?: string[] } {
  const areas = focusAreasOf(material).map(({ title }) => title)
  return objective || areas.length < 2 ? {} : { areas }
}

const unitOf = ({ measure_unit, unit }: { measure_unit?: string; unit: string }) => measure_unit ?? unit

/**
 * The focus areas of some deeds, in the order of the plan, where the block does not tell of one only; and the places that
 * they name besides the collaboration's own. What there is none of is left out.
 */
function whereOf(material: Material, { objective }: BlockSettings, view: View) {
  const deeds = new Map(view.answers.map((answer) => [answer.id, answer]))
  const all = focusAreasOf(material)
  return (ids: Id[]): { areas: { areas?: string[] }; places: { places?: string[] } } => {
    const of = ids.flatMap((id) => deeds.get(id) ?? [])
    const within = new Set(of.map(({ objective_id }) => focusAreaOf(material, objective_id)?.id))
    const areas = objective || all.length < 2 ? [] : all.filter(({ id }) => within.has(id))
    const places = [...new Set(of.flatMap((deed) => deed.places))]
    return {
      areas: areas.length > 0 ? { areas: areas.map(({ title }) => title) } : {},
      places: places.length > 0 ? { places } : {}
    }
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
