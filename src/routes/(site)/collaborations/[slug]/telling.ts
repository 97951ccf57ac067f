import { totalsOf, type House } from '#server/domain/reports/houses.ts'
import type { Collaboration, Total as StatedTotal } from '#server/domain/collaborations/collaborations.ts'
import type { Objective } from '#server/domain/objectives/objectives.ts'
import type { HouseFacts, Stage, Street } from '#ui/charts/house.ts'
import { figureNumber } from '#ui/formats/figures.ts'
import { stageSentence, statedSentence, totalSentence, type Noun, type Sentence } from '#ui/formats/totals.ts'
import { address } from '#ui/words/addresses.ts'
import { getLocale } from '#ui/words/locale.ts'

/** Where rounds are held a house shows its answers, else its stage. */
export const factsOf = ({ degree, state, ordinary, stage, followed_up }: House): HouseFacts =>
  followed_up ? { degree, state, ordinary } : { degree, state, ordinary, stage: stage as Stage }

const finished = new Set(['completed', 'in_ordinary_operations'])

function counted(houses: House[]): { lit: number; of: number } {
  if (houses.every(({ followed_up }) => !followed_up))
    return { lit: houses.filter(({ stage }) => finished.has(stage)).length, of: houses.length }
  const { carriedOut, of } = totalsOf(houses)
  return { lit: carriedOut, of }
}

/** The objective at the top of the plan that each one stands under. */
export function topsOf(objectives: Objective[]): Map<string, Objective> {
  const byId = new Map(objectives.map((objective) => [objective.id, objective]))
  const top = (objective: Objective): Objective => {
    const parent = objective.parent_id ? byId.get(objective.parent_id) : undefined
    return parent ? top(parent) : objective
  }
  return new Map(objectives.map((objective) => [objective.id, top(objective)]))
}

const firstSentence = (text: string | null): string | undefined =>
  text?.match(/^.+?[.!?](?=\s|$)/s)?.[0] ?? text ?? undefined

/** A street per objective at the top of the plan, in its order; what has none stands on the last. */
export function streetsOf(houses: House[], objectives: Objective[], others: string): Street[] {
  const tops = topsOf(objectives)
  const byTop = Map.groupBy(
    houses,
    ({ objective_id }) => (objective_id && tops.get(objective_id)?.id) || null
  )
  const street = (of: House[], title: string, objective?: Objective): Street => ({
    title,
    ...counted(of),
    ...(objective && { href: `#mal-${objective.id}`, text: firstSentence(objective.description) }),
    houses: of.map((house) => ({
      ...factsOf(house),
      href: address(getLocale(), 'collaborations', house.collaboration_slug, 'commitments', house.number),
      title: house.title,
      seed: house.id
    }))
  })
  const named = objectives.filter(({ parent_id }) => parent_id === null)
  const streets = named.map((objective) => street(byTop.get(objective.id) ?? [], objective.title, objective))
  const rest = byTop.get(null) ?? []
  return rest.length > 0 ? [...streets, street(rest, others)] : streets
}

/** "93 av 104 dellöften är genomförda i olika utsträckning", or where no rounds are held how many are at each stage. */
export function sentenceOf(houses: House[], noun: Noun): Sentence {
  if (houses.every(({ followed_up }) => !followed_up)) {
    const stages = Map.groupBy(houses, ({ stage }) => stage as Stage)
    return stageSentence(
      Object.fromEntries([...stages].map(([stage, of]) => [stage, of.length])),
      noun,
      getLocale()
    )
  }
  const { carriedOut: lit, of, unanswered: missing } = totalsOf(houses)
  const fully = houses.filter(({ in_base, degree }) => in_base && degree === 'fully').length
  return totalSentence({ lit, of, fully, missing }, noun, getLocale())
}

export type Stated = { sentence: Sentence | null; source: string; others: StatedTotal[] }

/** What the sources say of themselves, told apart from what is counted here. */
export function statedOf({ totals }: Collaboration, described: number, noun: Noun): Stated {
  const of = totals.find(({ subject }) => subject === 'commitments')
  const lit = totals.find(({ subject }) => subject === 'completed')
  const written = (total: StatedTotal) => figureNumber(total, getLocale())
  const both = of && lit
  return {
    sentence: both
      ? statedSentence({ lit: written(lit), of: written(of), described }, noun, getLocale())
      : null,
    source: both ? lit.source : '',
    others: totals.filter(
      (total) => total.subject !== 'parties' && !(both && (total === of || total === lit))
    )
  }
}
