import { Paragraph, Table, TableCell, TableLayoutType, TableRow, WidthType } from 'docx'
import type { Paper } from '../paper.ts'
import { ContentsList, entriesOf } from './contents.ts'
import { widthOf, type Look } from './looks.ts'
import { millimetres, page } from './measures.ts'
import { factsOf, type Above } from './opening.ts'
import type { Standing } from './paragraphs.ts'
import { ownRuns } from './runs.ts'
import { openingHeight } from './sky.ts'
import type { Writing } from './writing.ts'

const factsWidth = millimetres(64)
export const contentsWidth = (look: Look): number => widthOf(look) - factsWidth

/** Facts to the left, contents to the right. */
export function coverOf(paper: Paper, writing: Writing): Standing[] {
  const widths = [factsWidth, contentsWidth(writing.look)]
  const contents = new TableCell({
    width: { size: contentsWidth(writing.look), type: WidthType.DXA },
    margins: { right: 0 },
    children: [new Paragraph({ style: 'TOCHeading', children: ownRuns(writing.words.contents, writing) })]
  })
  contents.addChildElement(new ContentsList(entriesOf(paper), writing))
  contents.addChildElement(new Paragraph({ style: 'AfterTable' }))
  const facts = new TableCell({
    width: { size: factsWidth, type: WidthType.DXA },
    children: [
      ...factsOf(paper, writing, { isOneLine: false, right: 0 }),
      new Paragraph({ style: 'AfterTable' })
    ]
  })
  return [
    new Table({
      style: 'Beside',
      rows: [new TableRow({ cantSplit: true, children: [facts, contents] })],
      columnWidths: widths,
      width: { size: widthOf(writing.look), type: WidthType.DXA },
      layout: TableLayoutType.FIXED,
      tableLook: { firstRow: false, firstColumn: false, noHBand: true, noVBand: true }
    })
  ]
}

/** And in points how far apart the lines of the contents are. */
type CoverLook = Above & { entry: number }
const looks: CoverLook[] = [
  { top: millimetres(42), houses: 40, entry: 5 },
  { top: millimetres(36), houses: 28, entry: 3.5 },
  { top: millimetres(28), houses: 20, entry: 2 },
  { top: millimetres(24), houses: 14, entry: 0.5 }
]
const entryLine = 13.5

/** The contents never leave the first page: the sky gives way, then the lines draw together. */
export function coverLookOf(paper: Paper, writing: Writing): CoverLook {
  const room = page.height - writing.look.margin.bottom - millimetres(12)
  const opening = openingHeight(paper, writing) * 15 + millimetres(34)
  const entries = entriesOf(paper).length
  const isRoomFor = ({ top, houses, entry }: CoverLook) =>
    top + opening + (houses + entries * (entryLine + entry)) * 20 < room
  return looks.find(isRoomFor) ?? looks.at(-1)!
}
