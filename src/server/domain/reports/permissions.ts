import type { Id } from '#server/platform/db/ids.ts'
import { isCoordinatorOf, type Actor } from '../people/actor.ts'

/** A received answer is read and judged by the collaboration's coordinators; its own words nobody changes. */
export const can = (actor: Actor, report: { collaboration_id: Id }) => {
  const coordinates = isCoordinatorOf(actor, report.collaboration_id)
  return { review: coordinates, word: coordinates, highlight: coordinates }
}
