import type { Assessment } from '#server/domain/assessments/assessments.ts'

type Objective = { id: string; title: string }
type Period = { from: string; to: string }
/** `objective` is null for the whole; `assessment` where it is written. */
type About = { objective: string | null; title: string | null; assessment: Assessment | null }

/**
 * What has been written, by period, the latest first. Whoever may write sees the whole and every focus area of the period
 * that it is time for, also where nothing stands yet.
 */
export function periodsOf(
  assessments: Assessment[],
  objectives: Objective[],
  current: Period,
  can: boolean
): (Period & { about: About[] })[] {
  const keyOf = ({ from, to }: Period) => `${from} ${to}`
  const byPeriod = Map.groupBy(assessments, ({ from_day, to_day }) => keyOf({ from: from_day, to: to_day }))
  if (can && !byPeriod.has(keyOf(current))) byPeriod.set(keyOf(current), [])
  const everything = [{ id: null, title: null }, ...objectives]
  const periods = [...byPeriod].map(([key, its]) => {
    const [from = '', to = ''] = key.split(' ')
    const known = new Set(everything.map(({ id }) => id))
    const about = everything.map(({ id, title }): About => ({
      ...{ objective: id, title },
      assessment: its.find(({ objective_id }) => objective_id === id) ?? null
    }))
    const others = its
      .filter(({ objective_id }) => !known.has(objective_id))
      .map((assessment): About => ({ objective: assessment.objective_id, title: null, assessment }))
    const shown = can && key === keyOf(current) ? about : about.filter(({ assessment }) => assessment)
    return { from, to, about: [...shown, ...others] }
  })
  return periods.toSorted(
    (one, other) => other.to.localeCompare(one.to) || other.from.localeCompare(one.from)
  )
}
