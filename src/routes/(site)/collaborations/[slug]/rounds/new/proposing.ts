type Times = { from_day: string; to_day: string; due_on: string }
type Period = { from_day: string | null; to_day: string | null }

const dayAfter = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T12:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10)

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
    last && last < today ? dayAfter(last, 1) : (collaboration.from_day ?? `${today.slice(0, 4)}-01-01`)
  const from_day = begins <= today ? begins : today
  const ends = collaboration.to_day
  const to_day = ends && ends < today && ends >= from_day ? ends : today
  return { from_day, to_day, due_on: dayAfter(today, 21) }
}
