import type { Id } from '#server/platform/db/ids.ts'
import type { Scope } from './summing.ts'

type Told = { report_id: Id; highlight_id: Id | null; figures_from_id: Id | null }

/**
 * Told by several, a deed is counted once: as the answer chosen for it tells it, or, where this reader does not see that
 * one, as the first they do see.
 */
export function countedOnce<T extends Told>(told: readonly T[]): T[] {
  const together = Map.groupBy(told, ({ report_id, highlight_id }) => highlight_id ?? report_id)
  const counted = new Set(
    [...together.values()].map(
      (some) => (some.find((one) => one.report_id === one.figures_from_id) ?? some[0])?.report_id
    )
  )
  return told.filter(({ report_id }) => counted.has(report_id))
}

/** In order of time: "so far" told again replaces what the same teller told of the same measure before. */
export function withoutReplaced<T extends { scope: Scope; measure_id: Id }>(
  told: readonly T[],
  { teller, answer }: { teller: (one: T) => string | number; answer: (one: T) => Id }
): T[] {
  const keyOf = (one: T) => `${teller(one)} ${one.measure_id}`
  const last = new Map(told.map((one) => [keyOf(one), answer(one)]))
  return told.filter((one) => one.scope === 'this_period' || last.get(keyOf(one)) === answer(one))
}
