import { holdsIdentityNumber } from '#server/platform/forms/identity-numbers.ts'

/** An answer as it stands in its form: fields by name, figures as `figures.0.value`. Unfinished is fine. */
export type WrittenAnswer = Record<string, string>

const fieldNames =
  /^(degree|reason|done|contributed|learnt|publishable|no_change|answers\.[a-z0-9_-]{1,60}|photos\.[0-9a-f-]{36}\.(alt|removed)|figures\.\d{1,2}\.(qualifier|value|unit|rule|scope|suggested))$/
/** Fields that have something from the start and say nothing of whether anybody has begun. */
const preset = /^(publishable|figures\.\d{1,2}\.(qualifier|rule|scope|suggested))$/
/** A draft holds more than can be sent in, so that what is too long can be shortened. */
const longestKept = 20_000

export type Fault = 'identity_number' | 'too_long'

export const isField = (name: string): boolean => fieldNames.test(name)

/** Why a text may not be kept. What is refused is kept nowhere: its field stands as it did. */
export function faultOf(text: string): Fault | null {
  if (text.length > longestKept) return 'too_long'
  return holdsIdentityNumber(text) ? 'identity_number' : null
}

const usual: [RegExp, string][] = [
  [/^publishable$/, 'yes'],
  [/\.qualifier$/, 'exactly'],
  [/\.rule$/, 'sum'],
  [/\.scope$/, 'this_period']
]

/** What a text says: where something is chosen from the start, leaving it so and choosing it are the same. */
export const meant = (name: string, text: string): string =>
  usual.some(([fields, value]) => value === text && fields.test(name)) ? '' : text

export const isBlank = (written: WrittenAnswer): boolean =>
  Object.entries(written).every(
    ([name, value]) => preset.test(name) || value.trim() === '' || isSuggested(written, name, value)
  )

/** The unit of a row as it was suggested, and nobody's own words. */
const isSuggested = (written: WrittenAnswer, name: string, value: string): boolean =>
  name.endsWith('.unit') && written[name.replace(/unit$/, 'suggested')] === value

/**
 * `figures.2.unit` into rows, in order; rows where nothing was counted fall away, and those that hold no more than was
 * suggested. Row numbers are kept for the errors.
 */
export function rowsOf(written: WrittenAnswer): { row: number; fields: Record<string, string> }[] {
  const rows = new Map<number, Record<string, string>>()
  for (const [name, value] of Object.entries(written)) {
    const [, row, field] = /^figures\.(\d{1,2})\.(\w+)$/.exec(name) ?? []
    if (row === undefined || field === undefined) continue
    rows.set(Number(row), { ...rows.get(Number(row)), [field]: value })
  }
  return [...rows]
    .map(([row, fields]) => ({ row, fields }))
    .filter(({ fields }) => fields['value']?.trim() || isCounted(fields))
    .toSorted((a, b) => a.row - b.row)
}

const isCounted = ({ unit, suggested }: Record<string, string>): boolean =>
  Boolean(unit?.trim()) && unit !== suggested
