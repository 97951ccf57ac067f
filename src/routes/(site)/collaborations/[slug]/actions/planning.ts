import * as v from 'valibot'
import { agreedProposals } from '#server/domain/commitments/fields.ts'
import { agreeProposed } from '#server/domain/commitments/stages.ts'
import { changedObjective, movedObjective, newObjective } from '#server/domain/objectives/fields.ts'
import {
  addObjective,
  changeObjective,
  moveObjective,
  removeObjective
} from '#server/domain/objectives/objectives.ts'
import { id } from '#server/platform/forms/fields.ts'
import type { PartOf } from '../../../../parts.ts'
import { onCollaboration } from './place.ts'

const partOfObjective: PartOf = ({ objective }) => `mal-${String(objective)}`
const which = v.object({ objective: id() })

export const planning = {
  agree: onCollaboration('', agreedProposals, ({ tx, actor, collaboration }, value) =>
    agreeProposed(tx, actor, collaboration.id, value)
  ),
  addObjective: onCollaboration('mal', newObjective, ({ tx, actor, collaboration }, value) =>
    addObjective(tx, actor, collaboration.id, value)
  ),
  changeObjective: onCollaboration(
    partOfObjective,
    v.intersect([which, changedObjective]),
    ({ tx, actor, collaboration }, { objective, ...changes }) =>
      changeObjective(tx, actor, collaboration.id, objective, changes)
  ),
  moveObjective: onCollaboration(
    'mal',
    v.intersect([which, movedObjective]),
    ({ tx, actor, collaboration }, { objective, direction }) =>
      moveObjective(tx, actor, collaboration.id, objective, direction)
  ),
  removeObjective: onCollaboration(partOfObjective, which, ({ tx, actor, collaboration }, { objective }) =>
    removeObjective(tx, actor, collaboration.id, objective)
  )
}
