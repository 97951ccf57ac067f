import { address } from '../words/addresses.ts'
import type { Locale } from '../words/locale.ts'
import type { MapArea, Shape } from './map.ts'

type Node = { id: string; slug: string; name: string; below: Node[] }
type Drawn = { id: string; boundary: unknown }

export const shapeOf = (boundary: unknown): Shape | null => (boundary as Shape | null | undefined) ?? null

/**
 * A map for each root of the tree that has boundaries in it: of each branch the smallest areas that have one, so that
 * none covers another. Roots may lie far apart.
 */
export function mapsOf(roots: Node[], drawn: Drawn[], locale: Locale): { title: string; areas: MapArea[] }[] {
  const shapes = new Map(drawn.map(({ id, boundary }) => [id, shapeOf(boundary)]))
  const leaves = (node: Node): MapArea[] => {
    const below = node.below.flatMap(leaves)
    const shape = shapes.get(node.id) ?? null
    if (below.length > 0 || !shape) return below
    return [{ href: address(locale, 'areas', node.slug), title: node.name, shape }]
  }
  return roots.flatMap((root) => {
    const areas = leaves(root)
    return areas.length > 0 ? [{ title: root.name, areas }] : []
  })
}
