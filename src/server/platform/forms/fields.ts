import * as v from 'valibot'
import { isId } from '../db/ids.ts'
import { holdsIdentityNumber } from './identity-numbers.ts'

/** Codes of what can be wrong with a field; the interface has the words. */
export type FieldError =
  | 'required'
  | 'too_long'
  | 'identity_number'
  | 'not_a_day'
  | 'wrong_order'
  | 'not_a_choice'
  | 'not_a_number'
  | 'not_a_mail'
  | 'not_an_address'
  | 'not_a_slug'
  | 'taken'
  | 'overlaps'
  | 'unknown'
  | 'within_itself'
  | 'not_geojson'
  | 'not_a_polygon'
  | 'not_wgs84'

/** Lengths in characters. */
export const titleLength = 200
export const textLength = 5000

const controls = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\ufff9-\ufffb]/g
// Zero-width and direction marks hide or turn text; a joiner between letters (emoji, some scripts) is left.
const disguises = /[\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff]/g
// More marks on one letter than any script has; putting a heap of them in order takes minutes.
const heaped = /(\p{M}{30})\p{M}+/gu
/** No text is kept that is longer, so it is not looked into either. */
const longestRead = 100_000

/**
 * A text as it is kept: well-formed (the database takes no half characters), NFC, line ends as \n, no control
 * characters, no hidden marks, no space round it.
 */
export const tidied = (text: string): string =>
  text
    .toWellFormed()
    .replace(heaped, '$1')
    .normalize('NFC')
    .replace(/\r\n?/g, '\n')
    .replace(controls, '')
    .replace(disguises, '')
    .trim()

const raw = v.optional(v.union([v.string(), v.null()]), '')
const tidy = v.pipe(
  raw,
  v.transform((value) => value ?? ''),
  v.maxLength(longestRead, 'too_long'),
  v.check((value) => !holdsIdentityNumber(value), 'identity_number'),
  v.transform(tidied)
)
/** Something that can be seen: a joiner or a soft hyphen alone is no name. */
const visible = /[\p{L}\p{N}\p{P}\p{S}]/u

/** A text that must be there, at most `longest` characters. */
export const text = (longest = titleLength) =>
  v.pipe(tidy, v.regex(visible, 'required'), v.maxLength(longest, 'too_long'))
/** A text that may be left out: null when empty. */
export const optionalText = (longest = textLength) =>
  v.pipe(
    tidy,
    v.maxLength(longest, 'too_long'),
    v.transform((value) => value || null)
  )
/** There is no year 0, and nobody means the year 12. */
const isDay = (value: string): boolean => {
  const moment = new Date(`${value}T00:00:00Z`)
  return (
    /^(1[89]|2[01])\d{2}-\d{2}-\d{2}$/.test(value) &&
    !Number.isNaN(+moment) &&
    moment.toISOString().startsWith(value)
  )
}
/** A calendar day `YYYY-MM-DD`. */
export const day = () => v.pipe(tidy, v.nonEmpty('required'), v.check(isDay, 'not_a_day'))
export const optionalDay = () =>
  v.pipe(
    tidy,
    v.check((value) => value === '' || isDay(value), 'not_a_day'),
    v.transform((value) => value || null)
  )
/** A time of day as people write it ("13.03", "kl. 9", "1303"), as "13:03". */
export const optionalClock = () =>
  v.pipe(
    optionalText(20),
    v.rawTransform(({ dataset, addIssue, NEVER }) => {
      if (dataset.value === null) return null
      const [, hours = '', minutes = '00'] = aClock.exec(dataset.value) ?? []
      if (hours) return `${hours.padStart(2, '0')}:${minutes}`
      addIssue({ message: 'not_a_clock' })
      return NEVER
    })
  )
const aClock = /^(?:kl(?:ockan)?\.? ?)?([01]?\d|2[0-3])(?:[.: ]?([0-5]\d))?$/i

export const choice = <const C extends readonly string[]>(choices: C) =>
  v.pipe(
    raw,
    v.transform((value) => value || undefined),
    v.union([v.picklist(choices, 'not_a_choice')], 'not_a_choice')
  )
export const optionalChoice = <const C extends readonly string[]>(choices: C) =>
  v.pipe(
    raw,
    v.transform((value) => value || null),
    v.nullable(v.picklist(choices, 'not_a_choice'))
  )
/** A ticked box: any value is yes. */
export const tick = () =>
  v.pipe(
    v.optional(v.nullable(v.string())),
    v.transform((value) => value !== undefined && value !== null && value !== '' && value !== 'false')
  )
export const id = () =>
  v.pipe(
    raw,
    v.check((value) => isId(value), 'not_a_choice'),
    v.transform(String)
  )
export const optionalId = () =>
  v.pipe(
    raw,
    v.check((value) => !value || isId(value), 'not_a_choice'),
    v.transform((value) => value || null)
  )
/** Several of the same name, as `getAll` gives them; doubles fall away. */
export const ids = () =>
  v.pipe(
    v.optional(v.array(v.string()), []),
    v.check((values) => values.every((value) => value === '' || isId(value)), 'not_a_choice'),
    v.transform((values) => [...new Set(values.filter(Boolean))])
  )
export const listOfWords = (longest = 500) =>
  v.pipe(
    tidy,
    v.maxLength(longest, 'too_long'),
    v.transform((value) => [
      ...new Set(
        value
          .split(',')
          .map((word) => word.trim())
          .filter(Boolean)
      )
    ])
  )
// Small letters are the same to JavaScript and to the database; of others the two may think differently.
const mailPattern = /^[a-z0-9.!#$%&'*+/=?^_`{|}~-]+@[\p{Ll}\p{N}-]+(\.[\p{Ll}\p{N}-]+)+$/u
export const optionalMail = () =>
  v.pipe(
    tidy,
    v.toLowerCase(),
    v.maxLength(254, 'too_long'),
    v.check((value) => value === '' || mailPattern.test(value), 'not_a_mail'),
    v.transform((value) => value || null)
  )
/** A function that the public can reach; all of it may be left out. */
export const contactFields = {
  contact_function: optionalText(200),
  contact_mail: optionalMail(),
  contact_phone: optionalText(40)
}
export const mail = () => v.pipe(optionalMail(), v.string('required'))
/** A number as people write it: thin spaces, decimal comma. Null when empty. */
export const optionalNumber = () =>
  v.pipe(
    raw,
    v.transform((value) => (value ?? '').replace(/[\s\u00a0\u2009\u202f]/g, '').replace(',', '.')),
    v.check((value) => /^(-?\d{1,12}(\.\d{1,4})?)?$/.test(value), 'not_a_number'),
    v.check((value) => !holdsIdentityNumber(value), 'identity_number'),
    v.transform((value) => (value === '' ? null : Number(value)))
  )
/** The version the form was made from; an old one means that somebody else has changed the row. */
export const version = () =>
  v.pipe(
    raw,
    v.transform(Number),
    v.check((value) => Number.isInteger(value) && value >= 0 && value < 2 ** 31, 'unknown')
  )
export const slug = () =>
  v.pipe(
    tidy,
    v.nonEmpty('required'),
    v.maxLength(80, 'too_long'),
    v.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'not_a_slug')
  )
/** Empty where it follows from the name. */
export const optionalSlug = () =>
  v.pipe(tidy, v.maxLength(80, 'too_long'), v.regex(/^([a-z0-9]+(-[a-z0-9]+)*)?$/, 'not_a_slug'))
export const precisions = ['day', 'month', 'season', 'term', 'year'] as const
export const periodFields = {
  from_day: optionalDay(),
  to_day: optionalDay(),
  precision: v.optional(choice(precisions), 'day')
}
/** For objects that hold `periodFields`: the end is not before the beginning. */
export const inOrder = <T extends { from_day: string | null; to_day: string | null }>() =>
  v.rawCheck<T>(({ dataset, addIssue }) => {
    if (!dataset.typed) return
    const { from_day, to_day } = dataset.value
    if (!from_day || !to_day || from_day <= to_day) return
    const path = {
      type: 'object',
      origin: 'value',
      input: dataset.value,
      key: 'to_day',
      value: to_day
    } as const
    addIssue({ message: 'wrong_order', path: [path] })
  })

export type Written = Record<string, string | string[]>
export type Reading<T> = { ok: true; value: T } | { ok: false; errors: Record<string, FieldError> }

// A field of the wrong shape, written twice or left out, has the library's own sentence.
const codeOf = (message: string): FieldError =>
  /^[a-z][a-z_0-9]*$/.test(message) ? (message as FieldError) : 'unknown'

/** Reads what was written by `schema`; the first error of each field, by its name. */
export function read<S extends v.GenericSchema>(schema: S, written: unknown): Reading<v.InferOutput<S>> {
  const result = v.safeParse(schema, written, { abortPipeEarly: true })
  if (result.success) return { ok: true, value: result.output }
  const errors: Record<string, FieldError> = {}
  for (const issue of result.issues) {
    const field = v.getDotPath(issue) ?? 'form'
    errors[field] ??= codeOf(issue.message)
  }
  return { ok: false, errors }
}
