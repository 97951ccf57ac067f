import * as v from 'valibot'
import { id, optionalText, titleLength, version } from '#server/platform/forms/fields.ts'

/** How the compiled report tells of the deed; empty for the commitment's title and the answer's words as they stand. */
export const changedDeed = v.object({
  version: version(),
  title: optionalText(titleLength),
  wording: optionalText()
})
export const joinedReport = v.object({ other: id() })
export type ChangedDeed = v.InferOutput<typeof changedDeed>
