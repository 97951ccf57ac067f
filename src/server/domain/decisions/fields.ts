import * as v from 'valibot'
import { choice, id, optionalDay, optionalId, optionalText, version } from '#server/platform/forms/fields.ts'
import { step } from '#server/platform/forms/moving.ts'
import { reaches } from '../people/reach.ts'

export const decisionKinds = ['proposal', 'decision'] as const
export type DecisionKind = (typeof decisionKinds)[number]

/** The sign is written before it wherever it is shown: "§ 71" typed is section 71. */
const withoutSign = (field: ReturnType<typeof optionalText>) =>
  v.pipe(
    field,
    v.transform((value) => value?.replace(/^[§\s]+/, '') || null)
  )

const described = {
  kind: choice(decisionKinds),
  body: optionalText(200),
  decided_on: optionalDay(),
  section: withoutSign(optionalText(40)),
  case_number: optionalText(80),
  wording: optionalText(),
  /** "Justerat", and made known on the notice board. */
  adjusted_on: optionalDay(),
  posted_on: optionalDay(),
  sent_to: optionalText(500),
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
export const ofDecision = v.object({ decision: id() })
export const movedDecision = v.object({ decision: id(), ...step })
export type NewDecision = Partial<v.InferOutput<typeof newDecision>>
export type ChangedDecision = v.InferOutput<typeof changedDecision>
export type MovedDecision = v.InferOutput<typeof movedDecision>
