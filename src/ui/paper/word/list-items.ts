import { plain } from '../inlines.ts'
import type { Node } from '../paper.ts'
import { besideEachOther, columnsOf, rowsOf } from './beside.ts'
import { bulleted, deepest, numberedFrom, unmarked } from './lists.ts'
import { step } from './measures.ts'
import { standingOf, type Place } from './nodes.ts'
import { paragraphOf, type ParagraphSetting, type Standing } from './paragraphs.ts'
import type { Writing } from './writing.ts'

type List = Extract<Node, { type: 'list' }>

/** So few are as quickly read one below another. */
const fewNames = 4
/** Of so many signs at most there is room for three columns. */
const narrow = 24
/** So many names stand in columns that stay together on a page. */
const inColumns = 40

export function listOf(list: List, writing: Writing, place: Place): Standing[] {
  if (list.look === 'names' && place.lists === 0 && list.items.length > fewNames)
    return namesOf(list, writing, place)
  return itemsOf(list, writing, place)
}

function itemsOf(list: List, writing: Writing, place: Place): Standing[] {
  const level = Math.min(place.lists, deepest)
  const marked = markOf(list, writing.nextList(), level)
  const within: Place = {
    ...place,
    style: 'ListContinue',
    indent: list.look === 'lines' || list.look === 'names' ? step * level : step * (level + 1),
    lists: place.lists + 1,
    keepNext: false
  }
  const isLast = (at: number) => place.keepNext && at === list.items.length - 1
  const look = list.look === 'names' ? ({ quiet: true } as const) : {}
  return list.items.flatMap(([first, ...others], at) =>
    first?.type === 'paragraph'
      ? [
          paragraphOf(first.children, { ...marked, ...(isLast(at) && { keepNext: true }) }, writing, look),
          ...standingOf(others, writing, within)
        ]
      : standingOf(first ? [first, ...others] : others, writing, within)
  )
}

const isNarrow = (items: Node[][]): boolean =>
  items.every(([first]) => first?.type === 'paragraph' && plain(first.children).length <= narrow)

/** In columns, each read to its end. */
function namesOf({ items }: List, writing: Writing, place: Place): Standing[] {
  const widths = columnsOf(isNarrow(items) ? 3 : 2, place.width)
  const [width = 0] = widths
  const column = (some: Node[][]): Standing[] =>
    itemsOf({ type: 'list', start: null, look: 'names', items: some }, writing, { ...place, width })
  return besideEachOther({
    widths,
    rows: rowsOf(items, inColumns).map((some) => {
      const high = Math.ceil(some.length / widths.length)
      return widths.map((_, at) => column(some.slice(at * high, (at + 1) * high)))
    })
  })
}

function markOf({ start, look }: List, instance: number, level: number): ParagraphSetting {
  if (start !== null)
    return { style: 'ListNumber', numbering: { reference: numberedFrom(start), level, instance } }
  if (look === 'lines' || look === 'names')
    return { style: 'ListLines', numbering: { reference: unmarked, level } }
  return { style: 'ListBullet', numbering: { reference: bulleted, level } }
}
