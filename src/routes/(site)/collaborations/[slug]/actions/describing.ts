import * as v from 'valibot'
import { changeCollaboration, renameCollaboration } from '#server/domain/collaborations/changing.ts'
import {
  changedCollaboration,
  changedLifecycle,
  changedParents,
  changedReach,
  newSlug,
  statedTotal,
  totalSubjects
} from '#server/domain/collaborations/fields.ts'
import { changeLifecycle } from '#server/domain/collaborations/lifecycle.ts'
import { changeParents } from '#server/domain/collaborations/parents.ts'
import { changeCollaborationReach } from '#server/domain/collaborations/reaching.ts'
import { stateTotal, withdrawTotal } from '#server/domain/collaborations/stating.ts'
import { choice } from '#server/platform/forms/fields.ts'
import { address } from '#ui/words/addresses.ts'
import { onCollaboration } from './place.ts'

export const describing = {
  change: onCollaboration('om', changedCollaboration, ({ tx, actor, collaboration }, value) =>
    changeCollaboration(tx, actor, collaboration.id, value)
  ),
  reach: onCollaboration('synlighet', changedReach, ({ tx, actor, collaboration }, value) =>
    changeCollaborationReach(tx, actor, collaboration.id, value)
  ),
  parents: onCollaboration('ingar', changedParents, ({ tx, actor, collaboration }, value) =>
    changeParents(tx, actor, collaboration.id, value)
  ),
  lifecycle: onCollaboration('lage', changedLifecycle, ({ tx, actor, collaboration }, value) =>
    changeLifecycle(tx, actor, collaboration.id, value)
  ),
  slug: onCollaboration(
    'adress',
    newSlug,
    ({ tx, actor, collaboration }, value) => renameCollaboration(tx, actor, collaboration.id, value),
    ({ event }, { slug }) => address(event.locals.locale, 'collaborations', slug)
  ),
  stateTotal: onCollaboration('uppgivet', statedTotal, ({ tx, actor, collaboration }, value) =>
    stateTotal(tx, actor, collaboration.id, value)
  ),
  withdrawTotal: onCollaboration(
    'uppgivet',
    v.object({ subject: choice(totalSubjects) }),
    ({ tx, actor, collaboration }, { subject }) => withdrawTotal(tx, actor, collaboration.id, subject)
  )
}
