import { Paragraph, type ParagraphChild } from 'docx'
import type { Street } from '#ui/charts/look.ts'
import { housePicture, quarterPicture } from '../drawing/quarter-picture.ts'
import { link, text } from '../inlines.ts'
import type { Inline } from '../paper.ts'
import { headings } from './headings.ts'
import { unmarked } from './lists.ts'
import { paragraphOf, type Standing } from './paragraphs.ts'
import { drawingRun } from './pictures.ts'
import { ownRuns } from './runs.ts'
import { tableOf } from './tables.ts'
import { quarterWordsOf, type Quarter, type QuarterWords } from './words.ts'
import type { Writing } from './writing.ts'

/** Houses beside each other in the width of the text, in their own size. */
const across = 23
const inText = { scale: 0.6, alt: null }

/** The streets one by one as the page has them, then the tables that say the same in words. */
export function quarterOf(quarter: Quarter, writing: Writing): Standing[] {
  const words = quarterWordsOf(quarter)
  return [
    ...(words.note ? [paragraphOf([text(words.note)], { style: 'Soft' }, writing)] : []),
    legendOf(words, writing),
    ...quarter.streets.flatMap((street, at) => {
      const said = words.streets[at]
      return said ? streetOf(street, said, quarter.level, writing) : []
    }),
    ...quarter.tables.flatMap((table) => tableOf(table, writing, quarter.tables))
  ]
}

/** A house and what it means stay on one line. */
const legendOf = ({ legend }: QuarterWords, writing: Writing): Paragraph =>
  new Paragraph({
    style: 'Legend',
    children: legend.flatMap(({ facts, words }): ParagraphChild[] => [
      drawingRun(housePicture(facts), inText, writing),
      ...ownRuns(`\u00a0${words.replaceAll(' ', '\u00a0')}     `, writing)
    ])
  })

type StreetWords = QuarterWords['streets'][number]

/** Its name, how many of its houses are lit, what is said of it, and the houses. */
function streetOf(street: Street, said: StreetWords, level: 3 | 4, writing: Writing): Standing[] {
  const wrote = (value: string): Inline => ({ type: 'text', value, ...(said.foreign && { foreign: true }) })
  const name = street.href ? link(street.href, wrote(street.title)) : wrote(street.title)
  return [
    paragraphOf([name], headings(level), writing),
    ...(said.lit ? [paragraphOf([text(said.lit)], { style: 'Small', keepNext: true }, writing)] : []),
    ...(street.text ? [paragraphOf([wrote(street.text)], { keepNext: true }, writing)] : []),
    ...(said.groups
      ? said.groups.map((group) => groupOf(group, writing))
      : [drawnOf(street, said.alt, writing)])
  ]
}

const drawnOf = (street: Street, alt: string, writing: Writing): Paragraph =>
  new Paragraph({
    style: 'Picture',
    children: [drawingRun(quarterPicture([street], { across }), { scale: 1, alt }, writing)]
  })

const groupOf = (
  { facts, words, href }: NonNullable<StreetWords['groups']>[number],
  writing: Writing
): Paragraph =>
  paragraphOf(
    [text(' '), href ? link(href, text(words)) : text(words)],
    { style: 'ListLines', numbering: { reference: unmarked, level: 0 } },
    writing,
    [drawingRun(housePicture(facts), inText, writing)]
  )
