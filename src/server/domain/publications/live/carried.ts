import type { Id } from '#server/platform/db/ids.ts'
import type { Degree } from '#server/platform/db/schema.ts'
import { sumOf, type CarriedOver, type Fate, type Sum } from '../../carrying-over/carrying-over.ts'
import type { Named } from '../facts.ts'
import type { BlockSettings } from '../settings.ts'
import { focusAreasOf, type Material } from './material.ts'

export type Carried = {
  fate: Fate
  reason: string | null
  number: number
  title: string
  seed: Id
  degree: Degree | null
  lead: string | null
  collaboration: Named
  /** Where it goes on; null where it ended. */
  later: { number: number; title: string; collaboration: Named } | null
}
export type CarriedFacts = {
  /** Onward: what became of this period's. Before: what became of those of the period before, where this one begins. */
  direction: 'onward' | 'before'
  groups: { title: string | null; items: Carried[] }[]
  sum: Sum
}

/** What became of each promise when its period ended, by focus area. */
export function carriedOver(material: Material, { carried, objective }: BlockSettings): CarriedFacts {
  const direction = carried === 'before' ? 'before' : 'onward'
  const all = direction === 'before' ? material.carriedInto : material.carriedOver
  const about = all.filter(
    ({ earlier }) => !objective || material.tree.liesUnder(earlier.objective_id, objective)
  )
  const byArea = Map.groupBy(about, ({ earlier }) => material.tree.rootOf(earlier.objective_id)?.id ?? null)
  const groups = [...focusAreasOf(material), null].map((area) => ({
    title: area?.title ?? null,
    items: (byArea.get(area?.id ?? null) ?? []).map(carriedOf)
  }))
  return { direction, groups: groups.filter(({ items }) => items.length > 0), sum: sumOf(about) }
}

const named = ({ slug, name }: Named): Named => ({ slug, name })

const carriedOf = ({ fate, reason, earlier, later }: CarriedOver): Carried => ({
  ...{ fate, reason, number: earlier.number, title: earlier.title, seed: earlier.id },
  ...{ degree: earlier.degree, lead: earlier.owner, collaboration: named(earlier.collaboration) },
  later: later && {
    ...{ number: later.number, title: later.title },
    collaboration: named(later.collaboration)
  }
})
