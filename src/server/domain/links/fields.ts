import * as v from 'valibot'
import { optionalText } from '#server/platform/forms/fields.ts'

/** A coordinator has heard that the mail did not arrive, and perhaps why. */
export const notArrived = v.object({ reason: optionalText(200) })
