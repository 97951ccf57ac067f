import type { Id } from '#server/platform/db/ids.ts'
import { dayIn } from '#server/platform/clock.ts'
import type { Db } from '#server/platform/db/write.ts'
import { listAnnexes } from '../annexes/annexes.ts'
import { listAssessments } from '../../assessments/assessments.ts'
import { listCarriedInto, listCarriedOver } from '../../carrying-over/carrying-over.ts'
import { listFigures } from '../../figures/figures.ts'
import { listAttached } from '../../photos/attached.ts'
import { housesOf } from '../../reports/houses.ts'
import type { Publication } from '../publications.ts'
import type { BlockSettings } from '../settings.ts'
import type { BlockKind } from '../blocks/kinds.ts'
import { commitmentsOf } from './commitments.ts'
import { decidedOf } from './decisions.ts'
import { earlierOf } from './earlier.ts'
import { partsOf, tiesOf } from './going-on.ts'
import { readerOf } from './reader.ts'
import { askedIn, roundsOf } from './rounds.ts'
import {
  collaborationOf,
  documentsOf,
  objectivesOf,
  partiesOf,
  statedOf,
  successorsOf
} from './surroundings.ts'
import { saidByParties } from './said-by-parties.ts'
import { toldOf } from './told.ts'
import { treeOf } from './tree.ts'
import type { View } from './views.ts'

/** A publication shows every house; a page with too many counts them itself. */
const everyHouse = 100_000

export type Wanted = { kind: BlockKind; settings: BlockSettings }[]

const telling: BlockKind[] = ['totals', 'deeds', 'figures', 'not_carried_out', 'beyond', 'together']
telling.push('contribution', 'learning', 'ongoing', 'changes', 'completion', 'quarter')

/**
 * All that these blocks are made of, read once, as the publication's audience may see it: a question for each thing,
 * however many commitments there are. Of everything where no blocks are named.
 */
export async function materialFor(
  db: Db,
  publication: Pick<Publication, 'audience' | 'collaboration_id'> & Partial<Pick<Publication, 'id'>>,
  blocks: Wanted | null = null
) {
  const { audience, collaboration_id, id = null } = publication
  const reader = readerOf({ audience, collaboration_id })
  const collaboration = await collaborationOf(db, collaboration_id)
  const asked = { collaboration: collaboration_id, audience, mainArea: collaboration.main_area_id }
  const has = (...kinds: BlockKind[]) => blocks?.some(({ kind }) => kinds.includes(kind)) ?? true
  /** `of` where one of these kinds is shown, else nothing of it. */
  const where = async <T>(kinds: BlockKind[], of: () => Promise<T[]>): Promise<T[]> =>
    has(...kinds) ? of() : []
  const told = await where(telling, () => toldOf(db, reader, asked))
  const versions = told.map(({ version_id }) => version_id)
  const rounds = await roundsOf(db, collaboration_id)
  const objectives = await objectivesOf(db, collaboration_id)
  return {
    collaboration,
    today: dayIn(collaboration.time_zone),
    objectives,
    tree: treeOf(objectives),
    rounds,
    round: rounds[0] ?? null,
    houses: await where(['totals', 'quarter', 'completion', 'changes'], () =>
      housesOf(
        db,
        reader,
        { collaboration: collaboration_id },
        { timeZone: collaboration.time_zone, limit: everyHouse }
      )
    ),
    asked: blocks?.every(({ settings }) => !settings.round) ? [] : await askedIn(db, collaboration_id),
    commitments: await where(telling, () => commitmentsOf(db, reader, asked)),
    told,
    saidByParties: await where(telling, () => saidByParties(db, asked)),
    figures: Map.groupBy(
      await where(['deeds', 'figures', 'beyond', 'together', 'changes'], () => listFigures(db, versions)),
      ({ report_version_id }) => report_version_id
    ),
    photos: Map.groupBy(
      await where(['deeds', 'beyond', 'together'], () => listAttached(db, versions)),
      ({ report_version_id }) => report_version_id
    ),
    stated: await statedOf(db, collaboration_id),
    parties: await where(['parties', 'changes'], () => partiesOf(db, collaboration_id)),
    documents: await where(['documents'], () => documentsOf(db, reader, collaboration_id)),
    successors: await where(['next_period'], () => successorsOf(db, reader, collaboration_id)),
    ties: await where(['ongoing'], () => tiesOf(db, reader, collaboration_id)),
    within: await where(['ongoing'], () => partsOf(db, reader, collaboration_id)),
    assessments: await where(['assessment'], () => listAssessments(db, reader, collaboration_id)),
    decisions: await where(['decisions'], () =>
      decidedOf(db, reader, { collaboration: collaboration_id, publication: id })
    ),
    annexes: id ? await where(['annexes'], () => listAnnexes(db, reader, id)) : [],
    carriedOver: await where(['carried_over'], () => listCarriedOver(db, reader, collaboration_id)),
    carriedInto: await where(['carried_over'], () => listCarriedInto(db, reader, collaboration_id)),
    earlier: await where(['changes'], () =>
      earlierOf(db, { audience, collaboration: collaboration_id, publication: id })
    ),
    /** What has been put together of it, by round. */
    views: new Map<string, View>()
  }
}
export type Material = Awaited<ReturnType<typeof materialFor>>

/** The objective of the first level that `id` lies under. */
export const focusAreaOf = ({ tree }: Pick<Material, 'tree'>, id: Id | null) => tree.rootOf(id)

export const focusAreasOf = ({ objectives }: Pick<Material, 'objectives'>) =>
  objectives.filter(({ parent_id }) => parent_id === null)
