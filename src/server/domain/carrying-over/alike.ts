import type { Id } from '#server/platform/db/ids.ts'

export type Planned = { id: Id; parent_id: Id | null; title: string }

const plain = (title: string): string =>
  title
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

const byId = (plan: Planned[]) => new Map(plan.map((objective) => [objective.id, objective]))

/** The objective, and those it lies under. */
function upwards(plan: Map<Id, Planned>, id: Id): Planned[] {
  const line: Planned[] = []
  for (let at = plan.get(id); at && !line.includes(at); at = plan.get(at.parent_id ?? '')) line.push(at)
  return line
}

/**
 * The objective of the later plan that is called alike, ever so much as writing differs; of several, the one under what
 * is called alike too. Where there is none, that of the nearest above.
 */
export function alikeIn(earlier: Planned[], later: Planned[]): (id: Id) => Id | null {
  const [before, after] = [byId(earlier), byId(later)]
  const pathIn = (plan: Map<Id, Planned>, id: Id) => upwards(plan, id).map(({ title }) => plain(title))
  const found = (id: Id): Id | null => {
    const [title, ...above] = pathIn(before, id)
    const called = later.filter((one) => plain(one.title) === title)
    const same = called.find((one) => pathIn(after, one.id).slice(1).join('/') === above.join('/'))
    return (same ?? called[0])?.id ?? null
  }
  return (id) => {
    for (const one of upwards(before, id)) {
      const there = found(one.id)
      if (there) return there
    }
    return null
  }
}

/** What stands at the top of the plan above an objective: what is asked about, once for all that lies under it. */
export function topIn(plan: Planned[]): (id: Id) => Planned | null {
  const all = byId(plan)
  return (id) => upwards(all, id).at(-1) ?? null
}
