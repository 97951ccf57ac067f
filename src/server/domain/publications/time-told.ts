import type { Period } from './frozen.ts'
import { roundsIn, type Round } from './live/rounds.ts'
import type { BlockSettings } from './settings.ts'

/**
 * The time a report tells of: that of the follow-ups its blocks are set to, else of all there have been. Null where there
 * has been none: then it tells of the collaboration's time.
 */
export function timeToldOf(rounds: Round[], blocks: { settings: BlockSettings }[]): Period | null {
  const set = blocks.flatMap(({ settings: { round } }) => (round && round !== 'all' ? [round] : []))
  const chosen = set.flatMap((one) => roundsIn(rounds, one))
  const told = chosen.length > 0 ? chosen : rounds
  const from = told.map((round) => round.from).toSorted()[0]
  const to = told
    .map((round) => round.to)
    .toSorted()
    .at(-1)
  return from && to ? { from, to, precision: precisionOf(from, to) } : null
}

/** Whole years are told as years, and whole months as months. */
function precisionOf(from: string, to: string): Period['precision'] {
  if (from.endsWith('-01-01') && to.endsWith('-12-31')) return 'year'
  const next = new Date(`${to}T00:00:00Z`)
  next.setUTCDate(next.getUTCDate() + 1)
  return from.endsWith('-01') && next.getUTCDate() === 1 ? 'month' : 'day'
}
