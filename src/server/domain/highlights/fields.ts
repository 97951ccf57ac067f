import * as v from 'valibot'
import { id, optionalNumber, optionalText, titleLength, version } from '#server/platform/forms/fields.ts'

/** How the compiled report tells of the deed; empty for the commitment's title and the answer's words as they stand. */
export const changedDeed = v.object({
  version: version(),
  title: optionalText(titleLength),
  wording: optionalText()
})
export const joinedReport = v.object({ other: id() })
/** `version` is null where it was not chosen yet. */
export const wordedForParty = v.object({ report: id(), wording: optionalText(), version: optionalNumber() })
export type WordedForParty = v.InferOutput<typeof wordedForParty>
export type ChangedDeed = v.InferOutput<typeof changedDeed>
