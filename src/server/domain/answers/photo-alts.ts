import { read, text, type Reading } from '#server/platform/forms/fields.ts'
import type { Id } from '#server/platform/db/ids.ts'
import * as v from 'valibot'
import type { Asked } from './asked.ts'
import type { Answer } from './fields.ts'
import type { WrittenAnswer } from './written.ts'

/** The fields of a draft that tell of its photos. */
export const altField = (photo: Id): string => `photos.${photo}.alt`
/** Says that a photo of the answer that was returned is not to go with the new one. */
export const removedField = (photo: Id): string => `photos.${photo}.removed`

const described = v.object({ alt: text(500) })

type Told = { written: WrittenAnswer; asked: Asked; reading: Reading<Answer> }
export type Alts = { alts: Map<Id, string>; errors: Record<string, string> }

/**
 * What each photo of an answer shows, for whoever does not see it; or what is wrong with it, by the names of the form's
 * fields. No change carries no photos.
 */
export function readAlts({ written, asked, reading }: Told, photos: Id[]): Alts {
  const told: Alts = { alts: new Map(), errors: {} }
  const answer = reading.ok ? reading.value : null
  if (!asked.builtIn.photos || answer?.no_change) return told
  const begun = answer && answer.degree !== 'not_begun' && answer.degree !== 'not_carried_out'
  if (asked.builtIn.photos.required && begun && photos.length === 0) told.errors['photos'] = 'required'
  for (const photo of photos) {
    const one = read(described, { alt: written[altField(photo)] })
    if (one.ok) told.alts.set(photo, one.value.alt)
    else told.errors[altField(photo)] = one.errors['alt'] ?? 'required'
  }
  return told
}
