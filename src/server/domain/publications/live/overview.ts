import { totalsOf } from '../../reports/houses.ts'
import type { BlockSettings } from '../settings.ts'
import { countDescribed } from './deeds.ts'
import { focusAreaOf, focusAreasOf, type Material } from './material.ts'
import { isAbout, viewOf } from './views.ts'
import type { FactsOf } from '../facts.ts'
import type { FrozenHouse, FrozenStreet, Successor } from '../frozen.ts'

/** Computed totals and, beside them and never filled up from them, what the parties state themselves of the whole. */
export function totals(material: Material, settings: BlockSettings): FactsOf<'totals'> {
  const { round, houses } = viewOf(material, settings)
  const about = houses.filter(({ objective_id }) => isAbout(material, settings, objective_id))
  const stated = settings.objective ? [] : material.stated
  return {
    computed: round && { ...totalsOf(about), ...waitingIn(about) },
    described: countDescribed(material, settings),
    round: round && { name: round.name, from: round.from, to: round.to, due: round.due },
    ...(settings.round && { inRound: true as const }),
    ...(settings.stands && { asOpening: true as const }),
    stated: stated.filter(({ subject }) => subject === 'commitments' || subject === 'completed')
  }
}

const waitingIn = (houses: Material['houses']): { waiting?: number } => {
  const waiting = houses.filter(
    ({ in_base, degree, state }) => in_base && degree === null && state === 'not_due'
  )
  return waiting.length > 0 ? { waiting: waiting.length } : {}
}

/** A street per focus area, one for what lies outside them, and one for what came along the way. */
export function quarter(material: Material, settings: BlockSettings): FactsOf<'quarter'> {
  const { houses, round } = material
  const about = houses.filter(({ objective_id }) => isAbout(material, settings, objective_id))
  const isBesides = ({ on_the_way, followed_up }: (typeof about)[number]) => on_the_way && followed_up
  const besides = about.filter(isBesides)
  const byArea = Map.groupBy(
    about.filter((house) => !isBesides(house)),
    ({ objective_id }) => focusAreaOf(material, objective_id)?.id ?? null
  )
  const areas = [...focusAreasOf(material), null].filter(
    (area) => !settings.objective || area?.id === settings.objective
  )
  const streets = areas.map((area): FrozenStreet => {
    return streetOf(byArea.get(area?.id ?? null) ?? [], area)
  })
  return {
    streets: [...streets, { ...streetOf(besides, null), beyond: true as const }].filter(
      (street) => street.houses.length > 0
    ),
    followedUp: round !== null
  }
}

function streetOf(
  houses: Material['houses'],
  area: { title: string; description: string | null } | null
): FrozenStreet {
  const { carriedOut, of } = totalsOf(houses)
  return {
    ...{ title: area?.title ?? null, text: area?.description ?? null },
    ...{ lit: carriedOut, of, houses: houses.map(houseOf) }
  }
}

const houseOf = (house: Material['houses'][number]): FrozenHouse => ({
  number: house.number,
  title: house.title,
  degree: house.degree,
  state: house.state,
  ordinary: house.ordinary,
  stage: house.stage,
  seed: house.id
})

/** The aims of one focus area, or of all of them. */
export const aims = (material: Material, { objective }: BlockSettings): FactsOf<'aims'> => ({
  objectives: focusAreasOf(material)
    .filter(({ id }) => !objective || id === objective)
    .map(({ id, title }) => ({
      title,
      aims: material.objectives.filter(({ parent_id }) => parent_id === id).map((aim) => aim.title)
    }))
    .filter((area) => area.aims.length > 0)
})

const alike = (title: string): string => title.trim().toLocaleLowerCase('sv')

/** What takes over, and which of its objectives this period didn't have. */
export function nextPeriod(material: Material): FactsOf<'next_period'> {
  const ours = focusAreasOf(material)
  const had = new Set(ours.map(({ title }) => alike(title)))
  return {
    successors: material.successors.map(({ objectives, from_day, to_day, precision, ...next }): Successor => {
      const has = new Set(objectives.map(({ title }) => alike(title)))
      return {
        ...next,
        period: { from: from_day, to: to_day, precision },
        objectives: objectives.map((objective) => ({
          ...objective,
          isNew: !had.has(alike(objective.title))
        })),
        ended:
          objectives.length > 0
            ? ours.filter(({ title }) => !has.has(alike(title))).map(({ title }) => title)
            : []
      }
    })
  }
}
