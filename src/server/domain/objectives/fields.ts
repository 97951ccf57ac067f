import * as v from 'valibot'
import { choice, optionalId, optionalText, text, version } from '#server/platform/forms/fields.ts'

export const objectiveKinds = ['focus_area', 'strategy', 'goal', 'aim', 'perspective'] as const

const described = {
  kind: choice(objectiveKinds),
  title: text(),
  description: optionalText(2000),
  parent_id: optionalId()
}
export const newObjective = v.object({ ...described, id: optionalId() })
export const changedObjective = v.object({ ...described, version: version() })
type Written = v.InferOutput<typeof newObjective>
export type NewObjective = Pick<Written, 'kind' | 'title'> & Partial<Written>
export type ChangedObjective = v.InferOutput<typeof changedObjective>

export const movedObjective = v.object({ direction: choice(['up', 'down']) })
export type Direction = v.InferOutput<typeof movedObjective>['direction']
