import type { Id } from '#server/platform/db/ids.ts'
import type { Db } from '#server/platform/db/write.ts'
import { listFigures } from '../../figures/figures.ts'
import { listAttached } from '../../photos/attached.ts'
import { housesOf } from '../../reports/houses.ts'
import type { Publication } from '../publications.ts'
import { answersOf, versionsOf } from './answers.ts'
import { readerOf } from './reader.ts'
import {
  collaborationOf,
  documentsOf,
  latestRound,
  objectivesOf,
  partiesOf,
  statedOf,
  successorsOf
} from './surroundings.ts'

/** A publication shows every house; a page with too many counts them itself. */
const everyHouse = 100_000

/** All that live blocks are made of, read once, as the publication's audience may see it. */
export async function materialFor(
  db: Db,
  { audience, collaboration_id }: Pick<Publication, 'audience' | 'collaboration_id'>
) {
  const reader = readerOf({ audience, collaboration_id })
  const collaboration = await collaborationOf(db, collaboration_id)
  const asked = { collaboration: collaboration_id, audience, mainArea: collaboration.main_area_id }
  const options = { timeZone: collaboration.time_zone, limit: everyHouse }
  const versions = await versionsOf(db, reader, asked)
  return {
    collaboration,
    objectives: await objectivesOf(db, collaboration_id),
    round: (await latestRound(db, collaboration_id)) ?? null,
    houses: await housesOf(db, reader, { collaboration: collaboration_id }, options),
    answers: await answersOf(db, reader, asked),
    versions,
    figures: await listFigures(
      db,
      versions.map(({ id }) => id)
    ),
    photos: await listAttached(
      db,
      versions.map(({ id }) => id)
    ),
    stated: await statedOf(db, collaboration_id),
    parties: await partiesOf(db, collaboration_id),
    documents: await documentsOf(db, reader, collaboration_id),
    successors: await successorsOf(db, reader, collaboration_id)
  }
}
export type Material = Awaited<ReturnType<typeof materialFor>>

/** The objective of the first level that `id` lies under. */
export function focusAreaOf(
  material: Pick<Material, 'objectives'>,
  id: Id | null
): Material['objectives'][number] | null {
  const byId = new Map(material.objectives.map((objective) => [objective.id, objective]))
  let objective = id === null ? undefined : byId.get(id)
  while (objective?.parent_id) objective = byId.get(objective.parent_id)
  return objective ?? null
}

/** Whether `id` is `above` or lies under it. */
export function liesUnder(material: Pick<Material, 'objectives'>, id: Id | null, above: Id): boolean {
  const byId = new Map(material.objectives.map((objective) => [objective.id, objective]))
  for (let at = id; at !== null; at = byId.get(at)?.parent_id ?? null) if (at === above) return true
  return false
}

export const focusAreasOf = ({ objectives }: Pick<Material, 'objectives'>) =>
  objectives.filter(({ parent_id }) => parent_id === null)
