import type { Written } from '#server/platform/forms/fields.ts'
import { holdsIdentityNumber } from '#server/platform/forms/identity-numbers.ts'

/** An answer as it stands in its form: fields by name, figures as `figures.0.value`. Unfinished is fine. */
export type WrittenAnswer = Record<string, string>

const fieldNames =
  /^(degree|reason|done|contributed|learnt|publishable|no_change|figures\.\d{1,2}\.(qualifier|value|unit|rule|scope))$/
/** Fields that have something from the start and say nothing of whether anybody has begun. */
const preset = /^(publishable|figures\.\d{1,2}\.(qualifier|rule|scope))$/
/** A draft holds more than can be sent in, so that what is too long can be shortened. */
const longestKept = 20_000

export type Kept = {
  written: WrittenAnswer
  /** Fields whose text was not kept: they stand as they did before. */
  refused: Record<string, 'identity_number' | 'too_long'>
}

/** What of a form may be kept in a draft. Refused text is kept nowhere; its field stands as `before` had it. */
export function keep(form: Written, before: WrittenAnswer): Kept {
  const kept: Kept = { written: {}, refused: {} }
  for (const [name, value] of Object.entries(form)) {
    if (!fieldNames.test(name) || typeof value !== 'string') continue
    const fault = faultOf(value)
    if (fault) kept.refused[name] = fault
    const text = fault ? before[name] : value
    if (text) kept.written[name] = text
  }
  return kept
}

function faultOf(value: string): 'identity_number' | 'too_long' | null {
  if (value.length > longestKept) return 'too_long'
  return holdsIdentityNumber(value) ? 'identity_number' : null
}

export const isBlank = (written: WrittenAnswer): boolean =>
  Object.entries(written).every(([name, value]) => preset.test(name) || value.trim() === '')

export const isSame = (one: WrittenAnswer, other: WrittenAnswer): boolean => {
  const names = new Set([...Object.keys(one), ...Object.keys(other)])
  return [...names].every((name) => (one[name] ?? '') === (other[name] ?? ''))
}

/** `figures.2.unit` into rows, in order; rows where nothing was counted fall away. Row numbers are kept for the errors. */
export function rowsOf(written: WrittenAnswer): { row: number; fields: Record<string, string> }[] {
  const rows = new Map<number, Record<string, string>>()
  for (const [name, value] of Object.entries(written)) {
    const [, row, field] = /^figures\.(\d{1,2})\.(\w+)$/.exec(name) ?? []
    if (row === undefined || field === undefined) continue
    rows.set(Number(row), { ...rows.get(Number(row)), [field]: value })
  }
  return [...rows]
    .map(([row, fields]) => ({ row, fields }))
    .filter(({ fields }) => [fields['value'], fields['unit']].some((text) => text?.trim()))
    .toSorted((a, b) => a.row - b.row)
}
