import type { Street } from '#ui/charts/look.ts'
import { groupsOf, quarterPicture, type Picture } from './quarter-picture.ts'

/** So many houses fit above a report without becoming dots. */
const mostAtAGlance = 240

/** All houses in rows of one length, for a first page. It says nothing that the quarter does not. */
export function skylinePicture(streets: readonly Street[]): Picture | null {
  const houses = streets.flatMap((street) => street.houses)
  const [first] = streets
  if (!first || houses.length === 0 || houses.length > mostAtAGlance || groupsOf(streets)) return null
  const rows = houses.length <= 24 ? 1 : houses.length <= 72 ? 2 : houses.length <= 130 ? 3 : 4
  return quarterPicture([{ ...first, houses }], { across: Math.ceil(houses.length / rows) })
}
