import { read, text } from '#server/platform/forms/fields.ts'
import type { Id } from '#server/platform/db/ids.ts'
import * as v from 'valibot'
import type { WrittenAnswer } from '../answers/written.ts'

/** The fields of a draft that tell of its photos. */
export const altField = (photo: Id): string => `photos.${photo}.alt`
/** Says that a photo of the answer that was returned is not to go with the new one. */
export const removedField = (photo: Id): string => `photos.${photo}.removed`

const described = v.object({ alt: text(500) })

/** What each photo shows, for whoever does not see it; or what is wrong with it, by the names of the form's fields. */
export function readAlts(written: WrittenAnswer, photos: Id[]) {
  const alts = new Map<Id, string>()
  const errors: Record<string, string> = {}
  for (const photo of written['no_change'] ? [] : photos) {
    const reading = read(described, { alt: written[altField(photo)] })
    if (reading.ok) alts.set(photo, reading.value.alt)
    else errors[altField(photo)] = reading.errors['alt'] ?? 'required'
  }
  return { alts, errors }
}
