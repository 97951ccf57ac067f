import * as v from 'valibot'
import {
  choice,
  optionalDay,
  optionalId,
  optionalNumber,
  optionalText,
  text,
  tick,
  version
} from '#server/platform/forms/fields.ts'
import type { Reception } from '#server/platform/files/receiving.ts'
import { reaches } from '../people/reach.ts'

const year = v.pipe(
  optionalNumber(),
  v.check(
    (value) => value === null || (Number.isInteger(value) && value >= 1800 && value <= 2200),
    'not_a_number'
  )
)
/** Only the web's own addresses: nothing that runs. */
export const link = v.pipe(
  optionalText(1000),
  v.check((value) => value === null || (/^https?:\/\//.test(value) && URL.canParse(value)), 'not_an_address')
)
/** What was received with the form, if anything was; why it could not be taken otherwise. */
const isReception = (value: unknown): value is Reception =>
  typeof value === 'object' && value !== null && 'ok' in value
const file = v.pipe(
  v.optional(v.unknown()),
  v.transform((value) => (isReception(value) ? value : null)),
  v.check(
    (value) => value === null || value.ok,
    ({ input }) => (input && !input.ok ? input.fault : 'unknown')
  ),
  v.transform((value) => (value?.ok ? value.file : null))
)
const described = {
  title: text(),
  kind: optionalText(80),
  year,
  dated_on: optionalDay(),
  case_number: optionalText(80),
  url: link,
  note: optionalText(1000),
  reach: choice(reaches),
  file
}
/** A document's year is that of its day, unless told otherwise. */
const withYear = <T extends { year: number | null; dated_on: string | null }>(document: T): T => ({
  ...document,
  year: document.year ?? (document.dated_on ? Number(document.dated_on.slice(0, 4)) : null)
})
export const newDocument = v.pipe(v.object({ ...described, id: optionalId() }), v.transform(withYear))
export const changedDocument = v.pipe(
  v.object({ ...described, remove_file: tick(), version: version() }),
  v.transform(withYear)
)
type Written = v.InferOutput<typeof newDocument>
export type NewDocument = Pick<Written, 'title'> & Partial<Written>
type Changed = v.InferOutput<typeof changedDocument>
export type ChangedDocument = Omit<Changed, 'file' | 'remove_file'> &
  Partial<Pick<Changed, 'file' | 'remove_file'>>
