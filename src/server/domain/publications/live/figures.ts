import { countedOnce } from '../../figures/joined.ts'
import { linesOf } from '../../figures/summing.ts'
import type { FactsOf } from '../content.ts'
import { figureOf } from './deeds.ts'
import type { Material } from './material.ts'

/** Only measures that add up are added; averages, levels, persons and words are listed with the deed they tell of. */
export function figures(material: Material): FactsOf<'figures'> {
  const versions = new Map(material.versions.map((version) => [version.id, version]))
  const told = withoutOutrun(material)
  const lines = linesOf(told.filter(({ rule }) => rule === 'sum'))
  const besides = lines.flatMap((line) => line.beside)
  const listed = [...told.filter(({ rule }) => rule !== 'sum'), ...besides].map((figure) => {
    const { number = 0, title = '' } = versions.get(figure.report_version_id) ?? {}
    return { ...figureOf(figure), number, title, measure: figure.measure_unit }
  })
  return {
    sums: lines.flatMap(({ unit, scope, sum }) => (sum ? [{ unit, soFar: scope === 'so_far', ...sum }] : [])),
    listed: [...Map.groupBy(listed, ({ measure }) => measure)].map(([unit, its]) => ({
      unit,
      figures: its.map(({ measure: _, ...figure }) => figure)
    }))
  }
}

/** "So far" told again replaces what the same commitment told before; what several told of one deed is counted once. */
function withoutOutrun({ figures: told, versions }: Material): Material['figures'] {
  const turn = new Map(countedOnce(versions).map(({ id, commitment_id }, at) => [id, { at, commitment_id }]))
  const inTurn = told
    .filter(({ report_version_id }) => turn.has(report_version_id))
    .toSorted((a, b) => (turn.get(a.report_version_id)?.at ?? 0) - (turn.get(b.report_version_id)?.at ?? 0))
  const keyOf = (figure: Material['figures'][number]) =>
    `${turn.get(figure.report_version_id)?.commitment_id} ${figure.measure_id}`
  const last = new Map(inTurn.map((figure) => [keyOf(figure), figure.report_version_id]))
  return inTurn.filter(
    (figure) => figure.scope === 'this_period' || last.get(keyOf(figure)) === figure.report_version_id
  )
}
