import { legendOf, legendWords, litWords, statusWords, type HouseFacts } from '#ui/charts/house.ts'
import { m } from '#ui/words/messages.ts'
import { groupsOf, quarterPicture } from '../drawing/quarter-picture.ts'
import { skylinePicture } from '../drawing/skyline.ts'
import { streetAlt } from '../drawing/street-alt.ts'
import type { Node } from '../paper.ts'
import type { Drawings } from './drawings.ts'
import { lineOf, plainLine } from './lines.ts'
import type { Drawing, Quarter, SheetStreet } from './sheet.ts'
import { tabled, type TableSetting } from './tables.ts'

type QuarterNode = Extract<Node, { type: 'quarter' }>

/** A house's 24 units in print, where it stands in a street. */
const houseWidth = 15
const across = 12
/** Of streets so short there is room for three in the width. */
const shortStreet = 7

/** Of a page, for what stands whole on one. */
const most = 185

/** In millimetres, as much as it may take: what stands whole and is higher than a page would be cut off. */
function heightOf({ streets }: QuarterNode, beside: number): number {
  const heights = streets.map(
    ({ title, houses }) => 14 + Math.ceil(title.length / 20) * 6 + Math.ceil(houses.length / across) * 8
  )
  const rows = Array.from({ length: Math.ceil(streets.length / beside) }, (_, at) =>
    Math.max(...heights.slice(at * beside, (at + 1) * beside))
  )
  return rows.reduce((sum, height) => sum + height + 7, 0)
}

export function quarterOf(node: QuarterNode, drawings: Drawings, setting: TableSetting): Quarter {
  const groups = groupsOf(node.streets)
  const houses = node.streets.flatMap((street): HouseFacts[] => [...street.houses, ...(street.counts ?? [])])
  const beside = !groups && node.streets.every(({ houses: some }) => some.length <= shortStreet) ? 3 : 2
  return {
    kind: 'quarter',
    isShort: !groups && node.streets.every(({ text }) => !text) && heightOf(node, beside) <= most,
    across: beside,
    note: houses.some(({ stage }) => stage) ? plainLine(m.house_stage_note()) : null,
    legend: legendOf(houses).map(({ look, facts }) => ({
      house: drawings.house(facts),
      line: plainLine(look === 'ordinary' ? m.house_short_ordinary() : legendWords(look, node.gender))
    })),
    streets: node.streets.map((street, at): SheetStreet => {
      const lit = litWords(street)
      return {
        level: node.level,
        title: lineOf([{ type: 'text', value: street.title }], setting),
        lit: lit ? plainLine(lit) : null,
        about: lineOf([{ type: 'text', value: street.text ?? '' }], setting),
        picture: groups ? null : streetPicture(street, streetAlt(street, node.gender), drawings),
        groups: (groups?.[at] ?? []).map((facts) => ({
          house: drawings.house(facts),
          line: plainLine(`${facts.count} ${statusWords(facts, node.gender)}`)
        }))
      }
    }),
    tables: node.tables.flatMap((table) => tabled(table, null, setting))
  }
}

function streetPicture(
  street: QuarterNode['streets'][number],
  alt: string,
  drawings: Drawings
): Drawing | null {
  if (street.houses.length === 0) return null
  return drawings.picture(quarterPicture([street], { across }), houseWidth / 24, alt)
}

const skylineWidth = 430

/** The quarter at a glance for the first page, as wide as that allows and no larger than elsewhere. */
export function skylineOf(node: QuarterNode | undefined, drawings: Drawings): Drawing | null {
  const drawn = node && skylinePicture(node.streets)
  return drawn ? drawings.picture(drawn, Math.min(0.9, skylineWidth / drawn.width), null) : null
}
