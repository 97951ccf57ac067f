import { sumOf, type CarriedOver } from '../../carrying-over/carrying-over.ts'
import type { BlockSettings } from '../settings.ts'
import { focusAreasOf, type Material } from './material.ts'
import type { CarriedFacts } from '../facts.ts'
import type { Carried, Named } from '../frozen.ts'

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
