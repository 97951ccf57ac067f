import * as v from 'valibot'
import { day, mail, text } from '#server/platform/forms/fields.ts'

export const newRound = v.pipe(
  v.object({ name: text(), from_day: day(), to_day: day(), due_on: day() }),
  v.forward(
    v.partialCheck([['from_day'], ['to_day']], ({ from_day, to_day }) => from_day <= to_day, 'wrong_order'),
    ['to_day']
  ),
  v.forward(
    v.partialCheck([['from_day'], ['due_on']], ({ from_day, due_on }) => from_day <= due_on, 'wrong_order'),
    ['due_on']
  )
)
export const newResponder = v.object({ name: text(), mail: mail() })
export type NewRound = v.InferOutput<typeof newRound>
export type NewResponder = v.InferOutput<typeof newResponder>
