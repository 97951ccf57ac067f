import type { Id } from '../db/ids.ts'
import { choice, version } from './fields.ts'

/** One step in a row. `position` is where it stood when the form was made; a second press moves it no further. */
export const step = { direction: choice(['up', 'down']), position: version() }
export type Step = { direction: 'up' | 'down'; position: number }

/** The order with that one a step further; null at its end, or where it has moved since the form was made. */
export function stepped(order: readonly Id[], moved: Id, { direction, position }: Step): Id[] | null {
  const to = position + (direction === 'up' ? -1 : 1)
  const other = order[to]
  if (order[position] !== moved || other === undefined) return null
  return order.with(position, other).with(to, moved)
}
