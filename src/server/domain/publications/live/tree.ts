import type { Id } from '#server/platform/db/ids.ts'
import type { Objective } from './surroundings.ts'

/** A plan's tree, asked of once for each of thousands. */
export function treeOf(objectives: Objective[]) {
  const byId = new Map(objectives.map((objective) => [objective.id, objective]))
  const lines = new Map<Id, Objective[]>()
  /** The objective itself, then those above it. */
  function lineOf(id: Id): Objective[] {
    const known = lines.get(id)
    if (known) return known
    const line: Objective[] = []
    for (
      let at = byId.get(id);
      at && !line.includes(at);
      at = at.parent_id ? byId.get(at.parent_id) : undefined
    )
      line.push(at)
    lines.set(id, line)
    return line
  }
  return {
    titleOf: (id: Id): string | null => byId.get(id)?.title ?? null,
    /** The one of the first level that `id` lies under. */
    rootOf: (id: Id | null): Objective | null => (id === null ? null : (lineOf(id).at(-1) ?? null)),
    /** Whether `id` is `above` or lies under it. */
    liesUnder: (id: Id | null, above: Id): boolean =>
      id !== null && lineOf(id).some((objective) => objective.id === above)
  }
}
