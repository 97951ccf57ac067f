import type { Db } from '#server/platform/db/write.ts'
import type { Actor } from '../people/actor.ts'
import { listLatest } from '../publications/editions/latest.ts'
import { quarterOf } from '../reports/quarters.ts'
import { findSuccession, listAreas, type Area } from './areas.ts'
import { listClassifications } from './classifying.ts'
import { focusAreasOf, listCollaborationsOf, listOrganisationsIn, quartersAbove } from './overview.ts'
import { can } from './permissions.ts'
import { listCodes, listParents } from './placing.ts'
import { findWayDown } from './tree.ts'

/** All that an area's page tells this reader. */
export async function readArea(db: Db, actor: Actor, area: Area) {
  const [here, above, collaborations, working, place, classifications] = await Promise.all([
    quarterHere(db, actor, area),
    quartersAbove(db, actor, area),
    listCollaborationsOf(db, actor, area.id),
    listOrganisationsIn(db, actor, area.id),
    placeOf(db, area),
    listClassifications(db, area.id)
  ])
  const reports = await listLatest(
    db,
    actor,
    5,
    collaborations.map(({ id }) => id)
  )
  const internal =
    here.internal ||
    above.some(({ quarter }) => quarter.internal) ||
    collaborations.some(({ audience }) => audience !== 'public')
  return {
    internal,
    area,
    here,
    above,
    collaborations,
    working,
    reports,
    classifications,
    ...place,
    can: can(actor)
  }
}

async function quarterHere(db: Db, actor: Actor, area: Area) {
  const quarter = await quarterOf(db, actor, { within: area.id })
  const [only, ...others] = quarter.collaborations
  const focus = only && others.length === 0 && quarter.houses ? await focusAreasOf(db, only) : null
  return { ...quarter, focus }
}

/** Where it lies, what lies in it or beside it for the map, and how it follows upon others. */
async function placeOf(db: Db, area: Area) {
  const [way, parents, below, codes, succession] = await Promise.all([
    findWayDown(db, area.id),
    listParents(db, area.id),
    listAreas(db, { parent: area.id }),
    listCodes(db, area.id),
    findSuccession(db, area)
  ])
  const parent = way.at(-1)
  const beside = below.length === 0 && parent ? await listAreas(db, { parent: parent.id }) : []
  const around = below.length > 0 ? area.boundary : await boundaryOf(db, parent?.id)
  return { way, parents, below, beside, around, codes, succession }
}

const boundaryOf = async (db: Db, id: string | undefined) =>
  id
    ? (await db.selectFrom('area').select('boundary').where('id', '=', id).executeTakeFirst())?.boundary
    : null
