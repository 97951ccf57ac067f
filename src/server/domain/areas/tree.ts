import type { Id } from '#server/platform/db/ids.ts'
import type { Db } from '#server/platform/db/write.ts'
import { listAreas, type ListedArea } from './areas.ts'

export type Tie = { area_id: Id; parent_id: Id; division: string }
export type AreaNode = Omit<ListedArea, 'boundary'> & { below: AreaNode[] }

const listTies = (db: Db): Promise<Tie[]> =>
  db.selectFrom('area_parent').select(['area_id', 'parent_id', 'division']).execute()

/** One place for each area: in the administrative division where it has one, else in whichever comes first. */
function homes(ties: Tie[]): Map<Id, Id> {
  const found = new Map<Id, Id>()
  for (const { area_id, parent_id, division } of ties)
    if (division === 'administrative' || !found.has(area_id)) found.set(area_id, parent_id)
  return found
}

export type AreaTree = { roots: AreaNode[]; former: AreaNode[] }

/** All areas that hold now as a tree by the administrative division; those that have ended apart, in a row. */
export async function areaTree(db: Db, today: string): Promise<AreaTree> {
  const [areas, ties] = await Promise.all([listAreas(db), listTies(db)])
  const nodes = new Map<Id, AreaNode>(
    areas.map(({ boundary: _, ...area }) => [area.id, { ...area, below: [] }])
  )
  const home = homes(ties)
  const tree: AreaTree = { roots: [], former: [] }
  for (const node of nodes.values()) {
    const parent = nodes.get(home.get(node.id) ?? '')
    if (node.to_day && node.to_day < today) tree.former.push(node)
    else if (parent && !(parent.to_day && parent.to_day < today)) parent.below.push(node)
    else tree.roots.push(node)
  }
  return tree
}

export type Crumb = { id: Id; slug: string; name: string }

/** The way down to an area by the administrative division, the largest first, without the area itself. */
export async function findWayDown(db: Db, id: Id): Promise<Crumb[]> {
  const above = await db
    .selectFrom('area_path')
    .innerJoin('area', 'area.id', 'area_path.ancestor_id')
    .select(['area.id', 'area.slug', 'area.name'])
    .where('area_path.area_id', '=', id)
    .execute()
  const ties = await db
    .selectFrom('area_parent')
    .select(['area_id', 'parent_id', 'division'])
    .where('area_id', 'in', above.map((area) => area.id).concat(id))
    .execute()
  const home = homes(ties)
  const way: Crumb[] = []
  for (let next = home.get(id); next; next = home.get(next)) {
    const area = above.find((one) => one.id === next)
    if (!area) break
    way.unshift(area)
  }
  return way
}
