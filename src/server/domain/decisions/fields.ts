import * as v from 'valibot'
import { choice, optionalDay, optionalId, optionalText, version } from '#server/platform/forms/fields.ts'
import { reaches } from '../people/reach.ts'

export const decisionKinds = ['proposal', 'decision'] as const

const described = {
  kind: choice(decisionKinds),
  body: optionalText(200),
  decided_on: optionalDay(),
  section: optionalText(40),
  case_number: optionalText(80),
  wording: optionalText(),
  reach: choice(reaches)
}
/** Each part may be missing, but not who decided and what at once. */
const saysSomething = ({ body, wording }: { body: string | null; wording: string | null }) =>
  body !== null || wording !== null

export const newDecision = v.pipe(
  v.object({ ...described, id: optionalId() }),
  v.forward(v.partialCheck([['body'], ['wording']], saysSomething, 'required'), ['body'])
)
export const changedDecision = v.pipe(
  v.object({ ...described, version: version() }),
  v.forward(v.partialCheck([['body'], ['wording']], saysSomething, 'required'), ['body'])
)
export type NewDecision = Partial<v.InferOutput<typeof newDecision>>
export type ChangedDecision = v.InferOutput<typeof changedDecision>
