import type { Item } from '#server/domain/carrying-over/listing.ts'
import { topIn, type Planned } from '#server/domain/carrying-over/alike.ts'
import { isUndecided } from './filtering.ts'

const longest = 220

/** The beginning of a text, to the end of a word. */
export function shortened(text: string | null): string | null {
  const plain = text?.replace(/\s+/g, ' ').trim()
  if (!plain) return null
  if (plain.length <= longest) return plain
  return `${plain.slice(0, longest).replace(/\s+\S*$/, '')} …`
}

/** What the page tells of one: its last answer in short, and the top of the plan that it lies under. */
export function rowsOf(items: Item[], plan: Planned[]) {
  const top = topIn(plan)
  return items.map(({ last, objective_id, ...item }) => ({
    ...item,
    top: objective_id ? (top(objective_id)?.id ?? null) : null,
    last: last && {
      round: last.round,
      done: shortened(last.done),
      learnt: shortened(last.learnt),
      reason: shortened(last.reason)
    }
  }))
}
export type Row = ReturnType<typeof rowsOf>[number]

/** The rows in the order of the plan, a section for each of its tops; what stands under none comes last. */
export function sectionsOf(rows: Row[], plan: Planned[]) {
  const under = Map.groupBy(rows, ({ top }) => top)
  const tops = plan.filter(({ parent_id }) => parent_id === null)
  const named = tops.map(({ id, title }) => ({ id, title, rows: under.get(id) ?? [] }))
  const rest = { id: null, title: null, rows: under.get(null) ?? [] }
  return [...named, rest].filter((section) => section.rows.length > 0)
}

/** How many are chosen for in each way and wait to be carried over, how many are, and how many have no choice. */
export function sumOf(rows: Row[]) {
  const waiting = { continue: 0, change: 0, make_concrete: 0, end: 0, ask: 0 }
  const rest = { of: rows.length, left: 0, stale: 0, carried: 0 }
  for (const row of rows) {
    if (isUndecided(row)) rest.left += 1
    if (row.stale) rest.stale += 1
    else if (row.chosen?.carried) rest.carried += 1
    else if (row.chosen) waiting[row.chosen.choice] += 1
  }
  return { ...rest, waiting }
}
