import * as v from 'valibot'
import { day, ids, optionalText, text } from '#server/platform/forms/fields.ts'

/** An invitation to word promises. `from_day` is the day it is sent. */
export const invitation = v.pipe(
  v.object({
    name: text(),
    from_day: day(),
    due_on: day(),
    invitation: optionalText(2000),
    organisation_ids: v.pipe(ids(), v.minLength(1, 'required'))
  }),
  v.forward(
    v.partialCheck([['from_day'], ['due_on']], ({ from_day, due_on }) => from_day <= due_on, 'wrong_order'),
    ['due_on']
  )
)
export type Invitation = v.InferOutput<typeof invitation>
