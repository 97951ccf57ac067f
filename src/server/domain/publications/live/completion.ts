import type { House } from '../../reports/houses.ts'
import type { BlockSettings } from '../settings.ts'
import { focusAreasOf, type Material } from './material.ts'
import { isAbout, viewOf } from './views.ts'
import type { CompletionFacts } from '../facts.ts'
import type { Completed } from '../frozen.ts'

/** How far each focus area has come; of one, each of what lies under it. */
export function completion(material: Material, settings: BlockSettings): CompletionFacts {
  const { objectives, tree } = material
  const { houses, round } = viewOf(material, settings)
  const about = houses.filter(({ objective_id }) => isAbout(material, settings, objective_id))
  const { objective } = settings
  const areas = objective
    ? objectives.filter(({ parent_id }) => parent_id === objective)
    : focusAreasOf(material)
  const areaOf = (house: House) =>
    objective
      ? areas.find(({ id }) => tree.liesUnder(house.objective_id, id))?.id
      : tree.rootOf(house.objective_id)?.id
  const byArea = Map.groupBy(about, (house) => areaOf(house) ?? null)
  const rows = [...areas, null].map((area) => ({
    title: area?.title ?? null,
    ...completedOf(byArea.get(area?.id ?? null) ?? [])
  }))
  return {
    rows: rows.filter(({ of }) => of > 0),
    whole: completedOf(about),
    round: round?.name ?? null,
    ...(settings.round && { inRound: true as const }),
    followedUp: round !== null
  }
}

const isBegun = ({ degree, stage, followed_up }: House) =>
  followed_up ? degree === 'begun' : stage === 'ongoing'

export function completedOf(houses: House[]): Completed {
  const base = houses.filter(({ in_base }) => in_base)
  const count = (is: (house: House) => boolean) => base.filter(is).length
  const carriedOut = count(({ carried_out }) => carried_out)
  const begun = count((house) => !house.carried_out && isBegun(house))
  const notDone = count(({ degree }) => degree === 'not_begun' || degree === 'not_carried_out')
  const unanswered = count(({ state }) => state === 'no_answer')
  const waiting = base.length - carriedOut - begun - notDone - unanswered
  return { of: base.length, carriedOut, begun, notDone, unanswered, waiting }
}
