import * as v from 'valibot'
import { choice, day, id, inOrder, optionalId, optionalText, version } from '#server/platform/forms/fields.ts'
import { reaches } from '../people/reach.ts'

const period = { from_day: day(), to_day: day() }
const written = {
  worked: optionalText(),
  challenges: optionalText(),
  contribution: optionalText(),
  made_by: optionalText(200),
  reach: choice(reaches)
}
type Written = Record<'worked' | 'challenges' | 'contribution', string | null>
/** Each part may be missing, but not all of what it says. */
const saysSomething = ({ worked, challenges, contribution }: Written) =>
  [worked, challenges, contribution].some((text) => text !== null)

/** `objective_id` is empty for the whole. */
export const newAssessment = v.pipe(
  v.object({ ...period, ...written, id: optionalId(), objective_id: optionalId() }),
  inOrder(),
  v.forward(v.partialCheck([['worked'], ['challenges'], ['contribution']], saysSomething, 'required'), [
    'worked'
  ])
)
export const changedAssessment = v.pipe(
  v.object({ ...period, ...written, version: version() }),
  inOrder(),
  v.forward(v.partialCheck([['worked'], ['challenges'], ['contribution']], saysSomething, 'required'), [
    'worked'
  ])
)
export const ofAssessment = v.object({ assessment: id() })
type Made = v.InferOutput<typeof newAssessment>
export type NewAssessment = Pick<Made, 'from_day' | 'to_day'> & Partial<Made>
export type ChangedAssessment = v.InferOutput<typeof changedAssessment>
