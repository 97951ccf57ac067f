import type { Qualifier } from '#server/platform/db/schema.ts'

export const qualifiers = ['exactly', 'about', 'at_least', 'over', 'at_most', 'on_average', 'words'] as const
/** How a measure adds up, in the order it is asked: seldom more than the first two. */
export const rules = ['sum', 'never', 'latest', 'highest'] as const
export const scopes = ['this_period', 'so_far'] as const
export type Rule = (typeof rules)[number]
export type Scope = (typeof scopes)[number]
/** `at_least_about` only comes of adding: about + at least = "minst omkring". */
export type SumQualifier = Qualifier | 'at_least_about'
export type Figure = { value: number | null; words: string | null; qualifier: Qualifier; scope: Scope }
export type Sum = { value: number; qualifier: SumQualifier; of: number }
export type Adding<F extends Figure> = { sum: Sum | null; beside: F[] }

const strengths: SumQualifier[] = ['exactly', 'over', 'at_least', 'about', 'at_least_about']

function weakest(one: SumQualifier, other: SumQualifier): SumQualifier {
  if (one === other) return one
  const [stronger, weaker] = strengths.indexOf(one) < strengths.indexOf(other) ? [one, other] : [other, one]
  return weaker === 'about' && stronger !== 'exactly' ? 'at_least_about' : weaker
}

/** An average or words can never be added; "at most" only to exact figures and other "at most". */
const isAddable = (figure: Figure, capped: boolean): boolean => {
  if (figure.value === null || figure.qualifier === 'words' || figure.qualifier === 'on_average') return false
  return capped
    ? figure.qualifier === 'exactly' || figure.qualifier === 'at_most'
    : figure.qualifier !== 'at_most'
}

/**
 * Adds figures of one measure and one scope. The sum claims no more than its weakest part; what can't be added honestly
 * stands beside it: about 40 and at least 20 is "minst omkring 60", and "flera hundra" is listed, never added.
 */
export function sumFigures<F extends Figure>(figures: readonly F[]): Adding<F> {
  const capped =
    figures.some(({ qualifier }) => qualifier === 'at_most') &&
    figures.every(({ qualifier }) => ['exactly', 'at_most', 'on_average', 'words'].includes(qualifier))
  const added = figures.filter((figure) => isAddable(figure, capped))
  const beside = figures.filter((figure) => !isAddable(figure, capped))
  if (added.length === 0) return { sum: null, beside }
  const value = plain(added.reduce((sum, figure) => sum + (figure.value ?? 0), 0))
  const qualifiers = added.map((figure): SumQualifier => figure.qualifier)
  const qualifier = capped ? 'at_most' : qualifiers.reduce(weakest)
  return { sum: { value, qualifier, of: added.length }, beside }
}

/** Values carry at most four decimals; binary fractions do not show. */
const plain = (value: number): number => Math.round(value * 10_000) / 10_000

/** Figures of one measure put together by its rule; `figures` come in order of time. */
export function putTogether<F extends Figure>(rule: Rule, figures: readonly F[]): Adding<F> {
  if (rule === 'sum') return sumFigures(figures)
  const valued = figures.filter((figure) => figure.value !== null)
  if (rule === 'never' || valued.length === 0) return { sum: null, beside: [...figures] }
  const one =
    rule === 'latest'
      ? valued[valued.length - 1]
      : valued.toSorted((a, b) => (b.value ?? 0) - (a.value ?? 0))[0]
  if (!one || one.value === null) return { sum: null, beside: [...figures] }
  return {
    sum: { value: one.value, qualifier: one.qualifier, of: 1 },
    beside: figures.filter((figure) => figure.value === null)
  }
}

/** `measure_unit` is what the measure counts, where somebody told it by another name. */
type Measured = Figure & { measure_id: string; unit: string; measure_unit?: string; rule: string }
export type Line<F extends Measured> = Adding<F> & { unit: string; rule: Rule; scope: Scope }

/** A line per measure and scope, in the order the measures were first told: this period and so far are never mixed. */
export function linesOf<F extends Measured>(figures: readonly F[]): Line<F>[] {
  const groups = Map.groupBy(figures, (figure) => `${figure.measure_id} ${figure.scope}`)
  return [...groups.values()].flatMap((group) => {
    const [first] = group
    if (!first) return []
    const rule = first.rule as Rule
    return [{ unit: first.measure_unit ?? first.unit, rule, scope: first.scope, ...putTogether(rule, group) }]
  })
}
