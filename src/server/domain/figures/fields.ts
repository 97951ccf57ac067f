import * as v from 'valibot'
import { id } from '#server/platform/forms/fields.ts'

export const mergedMeasure = v.object({ measure: id(), into: id() })
export const splitMeasure = v.object({ measure: id() })
