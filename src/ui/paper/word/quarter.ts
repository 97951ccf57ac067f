import { Paragraph, Tab, TabStopType, TextRun, type ParagraphChild } from 'docx'
import type { Street } from '#ui/charts/look.ts'
import { housePicture, quarterPicture } from '../drawing/quarter-picture.ts'
import { link, text } from '../inlines.ts'
import type { Inline } from '../paper.ts'
import { besideEachOther, columnsOf, gutter, inRow, rowsOf } from './beside.ts'
import { headings } from './headings.ts'
import { unmarked } from './lists.ts'
import { pixels } from './measures.ts'
import { paragraphOf, type Standing } from './paragraphs.ts'
import { drawingRun } from './pictures.ts'
import { ownRuns } from './runs.ts'
import { tableOf } from './tables.ts'
import { quarterWordsOf, type Quarter, type QuarterWords } from './words.ts'
import type { Writing } from './writing.ts'

const inText = { scale: 0.6, alt: null }
/** Of a house in a street, as of its drawing's 25 units. */
const scale = 0.82
const plot = 25 * scale
const inLegend = 3
/** Of streets so short there is room for three in the width. */
const shortStreet = 7

/** The streets beside each other, then the tables that say the same in words. */
export function quarterOf(quarter: Quarter, width: number, writing: Writing): Standing[] {
  const words = quarterWordsOf(quarter)
  const across = acrossOf(quarter, words)
  const widths = columnsOf(across, width)
  const streets = quarter.streets.flatMap((street, at) => {
    const said = words.streets[at]
    return said
      ? [
          streetOf(
            street,
            said,
            { level: quarter.level, width: widths[0] ?? 0, isInRow: across > 1 },
            writing
          )
        ]
      : []
  })
  return [
    ...(words.note ? [paragraphOf([text(words.note)], { style: 'Soft' }, writing)] : []),
    ...(words.legend.length > 0 ? [legendOf(words, width, writing)] : []),
    ...(across === 1 ? streets.flat() : besideEachOther({ widths, rows: rowsOf(streets, across) })),
    ...quarter.tables.flatMap((table) => tableOf(table, writing, { width, alike: quarter.tables }))
  ]
}

function acrossOf({ streets }: Quarter, words: QuarterWords): number {
  if (words.streets.some(({ groups }) => groups)) return streets.length > 1 ? 2 : 1
  return Math.min(streets.length, streets.every(({ houses }) => houses.length <= shortStreet) ? 3 : 2)
}

/** A house and what it means, each in a place of its own on a line, so that they are not parted. */
function legendOf({ legend }: QuarterWords, width: number, writing: Writing): Paragraph {
  const places = columnsOf(inLegend, width)
  return new Paragraph({
    style: 'Legend',
    tabStops: places.slice(1).map((place, at) => ({ type: TabStopType.LEFT, position: place * (at + 1) })),
    children: legend.flatMap(({ facts, words }, at): ParagraphChild[] => [
      ...(at === 0
        ? []
        : [at % inLegend === 0 ? new TextRun({ break: 1 }) : new TextRun({ children: [new Tab()] })]),
      drawingRun(housePicture(facts), inText, writing),
      ...ownRuns(`\u00a0${words.replaceAll(' ', '\u00a0')}`, writing)
    ])
  })
}

type StreetWords = QuarterWords['streets'][number]

/** Its name, how many of its houses are lit, what is said of it, and the houses. */
function streetOf(
  street: Street,
  said: StreetWords,
  { level, width, isInRow }: { level: 3 | 4; width: number; isInRow: boolean },
  writing: Writing
): Standing[] {
  const wrote = (value: string): Inline => ({ type: 'text', value, ...(said.foreign && { foreign: true }) })
  const name = street.href ? link(street.href, wrote(street.title)) : wrote(street.title)
  const kept = isInRow ? inRow : { keepNext: true }
  const across = Math.max(1, Math.floor(pixels(width - gutter) / plot))
  return [
    paragraphOf([name], { ...headings(level), ...kept }, writing, { quiet: true }),
    ...(said.lit ? [paragraphOf([text(said.lit)], { style: 'Small', ...kept }, writing)] : []),
    ...(street.text ? [paragraphOf([wrote(street.text)], { ...kept }, writing)] : []),
    ...(said.groups
      ? said.groups.map((group) => groupOf(group, writing))
      : [drawnOf(street, across, said.alt, writing)])
  ]
}

const drawnOf = (street: Street, across: number, alt: string, writing: Writing): Paragraph =>
  new Paragraph({
    style: 'Picture',
    children: [drawingRun(quarterPicture([street], { across }), { scale, alt }, writing)]
  })

const groupOf = (
  { facts, words, href }: NonNullable<StreetWords['groups']>[number],
  writing: Writing
): Paragraph =>
  paragraphOf(
    [text(' '), href ? link(href, text(words)) : text(words)],
    { style: 'ListLines', numbering: { reference: unmarked, level: 0 } },
    writing,
    { before: [drawingRun(housePicture(facts), inText, writing)], quiet: true }
  )
