import type { Degree, Period, StoryCommitment, StoryFigure, StoryReport } from '../types.ts'

type Target = NonNullable<StoryCommitment['targets']>[number]

const accepted =
  (degree: Degree) =>
  (done: string, figures: StoryFigure[] = [], more: Partial<StoryReport> = {}): StoryReport => ({
    degree,
    done,
    publishable: true,
    state: 'accepted',
    ...(figures.length > 0 && { figures }),
    ...more
  })

export const fully = accepted('fully')
export const mostly = accepted('mostly')
export const partly = accepted('partly')
export const begun = accepted('begun')
export const unstated = accepted('unstated')
export const notBegun = accepted('not_begun')
export const notCarriedOut = (reason: string): StoryReport => ({
  degree: 'not_carried_out',
  reason,
  publishable: true,
  state: 'accepted'
})
export const unchanged = (degree: Degree): StoryReport => ({
  degree,
  noChange: true,
  publishable: true,
  state: 'accepted'
})

export const draft = (report: StoryReport): StoryReport => ({ ...report, state: 'draft' })
export const submitted = (report: StoryReport): StoryReport => ({ ...report, state: 'submitted' })
export const returned = (report: StoryReport, reviewNote: string): StoryReport => ({
  ...report,
  state: 'returned',
  reviewNote
})

export const target = (
  qualifier: Target['qualifier'],
  value: number,
  unit: string,
  per: Target['per']
): Target => ({ qualifier, value, unit, per })

export const during = (from: string, to: string, precision: Period['precision'] = 'month'): Period => ({
  from,
  to,
  precision
})
