import { drawHouse, viewBox } from '#ui/charts/drawing.ts'
import { byDegree, countAlike, hasFlag, roofOf, shapeOf } from '#ui/charts/look.ts'
import type { HouseCount, HouseFacts, Street } from '#ui/charts/look.ts'
import { ground, painted } from './paint.ts'

/** SVG without words, class or reference: the same in print, in Word and made into points. Measured in a house's own units. */
export type Picture = { svg: string; width: number; height: number }
export type Options = {
  /** How many houses stand beside each other before the street turns. */
  across: number
}

type Drawn = HouseFacts & { seed?: string }

const house = { width: 24, height: 32 }
const plot = { width: 25, height: 35 }
/** Between two streets. */
const gap = 14
/** So many houses are walked past; of more than these those that look alike are told as one number, as on the page. */
const most = 300

const drawn = (facts: Drawn): string =>
  painted(drawHouse(shapeOf(facts), roofOf(facts.seed ?? ''), hasFlag(facts)))

const picture = (width: number, height: number, content: string): Picture => ({
  svg: `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">${content}</svg>`,
  width,
  height
})

export const housePicture = (facts: Drawn): Picture => {
  const [, , width = 0, height = 0] = viewBox.split(' ').map(Number)
  return picture(width, height, drawn(facts))
}

/** The streets one below another, each house in its place by degree. Their names stand in words beside it. */
export function quarterPicture(streets: readonly Street[], { across }: Options): Picture {
  const rows = streets.flatMap((street, n) => rowsOf(street, across).map((houses, at) => ({ houses, at, n })))
  const longest = Math.max(1, ...rows.map(({ houses }) => houses.length))
  const content = rows.map(({ houses, n }, line) =>
    houses.map((facts, at) => standing(facts, at * plot.width, line * plot.height + n * gap)).join('')
  )
  const height = rows.length * plot.height + Math.max(0, streets.length - 1) * gap
  return picture(longest * plot.width, Math.max(plot.height, height), content.join(''))
}

/** Of streets too long to walk: those that look alike as one number each; null where the houses stand for themselves. */
export function groupsOf(streets: readonly Street[]): HouseCount[][] | null {
  const houses = streets.reduce((sum, street) => sum + street.houses.length, 0)
  if (houses <= most && streets.every(({ counts }) => !counts)) return null
  return streets.map((street) => street.counts ?? countAlike(street.houses))
}

function rowsOf(street: Street, across: number): Drawn[][] {
  const houses = byDegree<Drawn>(street.counts ?? street.houses)
  const rows = Math.ceil(houses.length / across)
  return Array.from({ length: rows }, (_, row) => houses.slice(row * across, (row + 1) * across))
}

function standing(facts: Drawn, x: number, y: number): string {
  const aside = (plot.width - house.width) / 2
  const low = plot.height - 0.5
  const above = low - 31.5
  return (
    `<g transform="translate(${x + aside} ${y + above})">${drawn(facts)}</g>` +
    `<path d="M${x} ${y + low}h${plot.width}" fill="none" stroke="${ground}"/>`
  )
}
