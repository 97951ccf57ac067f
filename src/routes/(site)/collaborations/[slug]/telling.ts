import type { House } from '#server/domain/reports/houses.ts'
import { totalSubjects } from '#server/domain/collaborations/fields.ts'
import type { Collaboration, Total as StatedTotal } from '#server/domain/collaborations/collaborations.ts'
import type { Objective } from '#server/domain/objectives/objectives.ts'
import type { Street } from '#ui/charts/house.ts'
import { streetOf } from '#ui/charts/streets.ts'
import { figureNumber } from '#ui/formats/figures.ts'
import { statedSentence, type Noun, type Sentence } from '#ui/formats/totals.ts'
import { getLocale } from '#ui/words/locale.ts'

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

/** A street per objective at the top of the plan, in its order; then what has none, and what came along the way. */
export function streetsOf(
  houses: House[],
  objectives: Objective[],
  { language }: Pick<Collaboration, 'language'>,
  { all, others, beyond }: { all: string; others: string; beyond: string }
): Street[] {
  const tops = topsOf(objectives)
  const [besides, promised] = [houses.filter(isBesides), houses.filter((house) => !isBesides(house))]
  const byTop = Map.groupBy(
    promised,
    ({ objective_id }) => (objective_id && tops.get(objective_id)?.id) || null
  )
  const locale = getLocale()
  const named = objectives.filter(({ parent_id }) => parent_id === null)
  const streets = named.map(({ id, title, description }) =>
    streetOf(
      { title, language, href: `#mal-${id}`, text: firstSentence(description) },
      byTop.get(id) ?? [],
      locale
    )
  )
  const rest = byTop.get(null) ?? []
  // Nothing is said of what serves what: one street, and none that only seem empty.
  const isPlain = promised.length > 0 && rest.length === promised.length
  const own = isPlain ? [] : streets
  const besideThem = [
    { title: isPlain ? all : others, houses: rest },
    { title: beyond, houses: besides }
  ].filter((street) => street.houses.length > 0)
  return [...own, ...besideThem.map(({ title, houses: its }) => streetOf({ title }, its, locale))]
}

/** Where rounds are held it stands outside what is counted, and so apart from it. */
const isBesides = ({ on_the_way, followed_up }: House): boolean => on_the_way && followed_up

export type Stated = { sentence: Sentence | null; source: string; others: StatedTotal[] }

const turnOf = ({ subject }: StatedTotal): number => totalSubjects.findIndex((one) => one === subject)

/** What the parties state, beside how many of what they promised is described here. */
export function statedOf({ totals }: Collaboration, houses: House[], noun: Noun): Stated {
  const described = houses.filter((house) => !isBesides(house)).length
  const of = totals.find(({ subject }) => subject === 'commitments')
  const lit = totals.find(({ subject }) => subject === 'completed')
  const written = (total: StatedTotal) => figureNumber(total, getLocale())
  const both = of && lit
  return {
    sentence: both
      ? statedSentence({ lit: written(lit), of: written(of), described }, noun, getLocale())
      : null,
    source: both ? lit.source : '',
    others: totals
      .filter((total) => total.subject !== 'parties' && !(both && (total === of || total === lit)))
      .toSorted((one, other) => turnOf(one) - turnOf(other))
  }
}
