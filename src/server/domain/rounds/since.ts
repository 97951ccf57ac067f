import type { Degree } from '#server/platform/db/schema.ts'

/** What a degree says against the one of the round before. */
export const changes = ['further', 'back', 'same', 'first', 'unclear'] as const
export type Change = (typeof changes)[number]

const ranks: Record<Degree, number | null> = {
  not_carried_out: 0,
  not_begun: 0,
  begun: 1,
  partly: 2,
  mostly: 3,
  fully: 4,
  unstated: null
}

/** Null while there is nothing to compare; unclear where the extent was not stated in one of them. */
export function sinceLast(before: Degree | null, degree: Degree | null): Change | null {
  if (!degree) return null
  if (!before) return 'first'
  if (before === degree) return 'same'
  const [then, now] = [ranks[before], ranks[degree]]
  if (then === null || now === null) return 'unclear'
  if (then === now) return 'same'
  return now > then ? 'further' : 'back'
}
