import { daysAfter } from '#server/platform/clock.ts'

type Times = { from_day: string; to_day: string; due_on: string }
type Period = { from_day: string | null; to_day: string | null }

/**
 * The times most rounds have: from where the last one ended, or where the collaboration begins, until today; three weeks
 * to answer. All can be changed.
 */
export function proposedTimes(today: string, collaboration: Period, rounds: { to_day: string }[]): Times {
  const last = rounds
    .map(({ to_day }) => to_day)
    .toSorted()
    .at(-1)
  const begins =
    last && last < today ? daysAfter(last, 1) : (collaboration.from_day ?? `${today.slice(0, 4)}-01-01`)
  const from_day = begins <= today ? begins : today
  const ends = collaboration.to_day
  const to_day = ends && ends < today && ends >= from_day ? ends : today
  return { from_day, to_day, due_on: daysAfter(today, 21) }
}
