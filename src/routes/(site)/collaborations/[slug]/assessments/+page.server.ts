import type { RequestEvent } from '@sveltejs/kit'
import * as v from 'valibot'
import { listAssessments, periodToAssess } from '#server/domain/assessments/assessments.ts'
import { changedAssessment, newAssessment, ofAssessment } from '#server/domain/assessments/fields.ts'
import { addAssessment, changeAssessment, removeAssessment } from '#server/domain/assessments/writing.ts'
import { findCollaboration } from '#server/domain/collaborations/collaborations.ts'
import { can } from '#server/domain/collaborations/permissions.ts'
import { listObjectives } from '#server/domain/objectives/objectives.ts'
import { timeZoneOf } from '#server/domain/installation/installation.ts'
import { dayIn } from '#server/platform/clock.ts'
import { newId } from '#server/platform/db/ids.ts'
import { runtime } from '#server/platform/runtime.ts'
import { address } from '#ui/words/addresses.ts'
import { openPart, partOf, type PartOf } from '../../../../parts.ts'
import { onCollaboration } from '../actions/place.ts'
import { partOfAssessment, partOfNew } from './parts.ts'
import type { PageServerLoad } from './$types.ts'

export const load: PageServerLoad = async (event) => {
  const { db } = runtime()
  const { locals, params } = event
  const collaboration = await findCollaboration(db, locals.actor, params.slug)
  const allowed = can(locals.actor, collaboration)
  const assessments = await listAssessments(db, locals.actor, collaboration.id)
  const objectives = await listObjectives(db, collaboration.id)
  const today = dayIn(await timeZoneOf(db))
  const isNarrow = [collaboration, ...assessments].some(({ audience }) => audience !== 'public')
  locals.internal = allowed.change || isNarrow
  return {
    ...{ collaboration, assessments, can: allowed, newId: newId() },
    objectives: objectives.filter(({ parent_id }) => parent_id === null),
    period: await periodToAssess(db, collaboration.id, today),
    editing: allowed.change ? openPart(event) : null
  }
}

const ofNew: PartOf = ({ objective_id }) => partOfNew(objective_id ? String(objective_id) : null)
const ofOne: PartOf = ({ assessment }) => partOfAssessment(String(assessment))
const here =
  (part: PartOf) =>
  ({ event }: { event: RequestEvent<{ slug: string }> }, value: object) =>
    `${address(event.locals.locale, 'collaborations', event.params.slug, 'assessments')}#${partOf(event, part, { ...value })}`

export const actions = {
  add: onCollaboration(
    ofNew,
    newAssessment,
    ({ tx, actor, collaboration }, value) => addAssessment(tx, actor, collaboration.id, value),
    here(ofNew)
  ),
  change: onCollaboration(
    ofOne,
    v.intersect([ofAssessment, changedAssessment]),
    ({ tx, actor }, { assessment, ...changes }) => changeAssessment(tx, actor, assessment, changes),
    here(ofOne)
  ),
  remove: onCollaboration(
    ofOne,
    ofAssessment,
    ({ tx, actor, collaboration }, { assessment }) =>
      removeAssessment(tx, actor, collaboration.id, assessment),
    here(() => 'innehall')
  )
}
