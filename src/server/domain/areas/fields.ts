import * as v from 'valibot'
import {
  choice,
  ids,
  inOrder,
  listOfWords,
  optionalDay,
  optionalMail,
  optionalText,
  slug,
  text,
  version
} from '#server/platform/forms/fields.ts'

export const areaKinds = ['region', 'municipality', 'district', 'neighbourhood', 'place'] as const

const described = {
  name: text(),
  kind: choice(areaKinds),
  aliases: listOfWords(),
  from_day: optionalDay(),
  to_day: optionalDay(),
  contact_function: optionalText(200),
  contact_mail: optionalMail(),
  contact_phone: optionalText(40)
}
export const newArea = v.pipe(v.object({ ...described, slug: slug(), parent_ids: ids() }), inOrder())
export const changedArea = v.pipe(v.object({ ...described, version: version() }), inOrder())
export type NewArea = v.InferOutput<typeof newArea>
export type ChangedArea = v.InferOutput<typeof changedArea>
