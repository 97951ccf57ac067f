import * as v from 'valibot'
import {
  choice,
  optionalDay,
  optionalId,
  optionalNumber,
  optionalText,
  text,
  version
} from '#server/platform/forms/fields.ts'
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
const described = {
  title: text(),
  kind: optionalText(80),
  year,
  dated_on: optionalDay(),
  case_number: optionalText(80),
  url: link,
  note: optionalText(1000),
  reach: choice(reaches)
}
/** A document's year is that of its day, unless told otherwise. */
const withYear = <T extends { year: number | null; dated_on: string | null }>(document: T): T => ({
  ...document,
  year: document.year ?? (document.dated_on ? Number(document.dated_on.slice(0, 4)) : null)
})
export const newDocument = v.pipe(v.object({ ...described, id: optionalId() }), v.transform(withYear))
export const changedDocument = v.pipe(v.object({ ...described, version: version() }), v.transform(withYear))
type Written = v.InferOutput<typeof newDocument>
export type NewDocument = Pick<Written, 'title'> & Partial<Written>
export type ChangedDocument = v.InferOutput<typeof changedDocument>
