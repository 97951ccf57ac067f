import { totalsOf } from '../../reports/houses.ts'
import type { FactsOf, FrozenHouse, FrozenStreet, PartiesFacts, Successor } from '../content.ts'
import type { BlockSettings } from '../settings.ts'
import { countDescribed } from './deeds.ts'
import { focusAreaOf, focusAreasOf, type Material } from './material.ts'

/** Computed totals and, beside them and never filled up from them, what the parties state themselves. */
export const totals = (material: Material): FactsOf<'totals'> => ({
  computed: material.round && totalsOf(material.houses),
  described: countDescribed(material),
  round: material.round,
  stated: material.stated.filter(({ subject }) => subject === 'commitments' || subject === 'completed')
})

/** A street per focus area, and one for what lies outside them. */
export function quarter(material: Material): FactsOf<'quarter'> {
  const streets = [...focusAreasOf(material), null].map((area): FrozenStreet => {
    const houses = material.houses.filter(
      ({ objective_id }) => (focusAreaOf(material, objective_id)?.id ?? null) === (area?.id ?? null)
    )
    const { carriedOut, of } = totalsOf(houses)
    return {
      title: area?.title ?? null,
      text: area?.description ?? null,
      lit: carriedOut,
      of,
      houses: houses.map(houseOf)
    }
  })
  return { streets: streets.filter(({ houses }) => houses.length > 0), followedUp: material.round !== null }
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

const roles = ['maker', 'party', 'convener', 'participant', 'funder', 'reference']

export const parties = (material: Material): PartiesFacts => ({
  roles: roles
    .map((role) => ({
      role,
      parties: material.parties
        .filter((party) => party.role === role)
        .map(({ slug, name, from, to }) => ({ slug, name, from, to }))
    }))
    .filter((group) => group.parties.length > 0),
  named: new Set(material.parties.map(({ slug }) => slug)).size,
  stated: material.stated.filter(({ subject }) => subject === 'parties' || subject === 'participants')
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
