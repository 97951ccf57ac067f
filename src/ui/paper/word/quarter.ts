import { Paragraph, type ParagraphChild } from 'docx'
import { legendOf, legendWords, statusWords } from '#ui/charts/house.ts'
import type { Gender, HouseCount, HouseFacts, Street } from '#ui/charts/house.ts'
import { foreign } from '#ui/words/foreign.ts'
import { m } from '#ui/words/messages.ts'
import { groupsOf, housePicture, quarterPicture } from '../drawing/quarter-picture.ts'
import { link, text } from '../inlines.ts'
import type { Inline, Node } from '../paper.ts'
import { headings } from './headings.ts'
import { unmarked } from './lists.ts'
import { paragraphOf, type Standing } from './paragraphs.ts'
import { drawingRun } from './pictures.ts'
import { ownRuns } from './runs.ts'
import { tableOf } from './tables.ts'
import type { Writing } from './writing.ts'

type Quarter = Extract<Node, { type: 'quarter' }>

/** Houses beside each other in the width of the text, in their own size. */
const across = 23

/** The streets one by one as the page has them, then the tables that say the same in words. */
export function quarterOf(quarter: Quarter, writing: Writing): Standing[] {
  const { streets, gender } = quarter
  const facts = streets.flatMap(({ houses, counts }) => [...houses, ...(counts ?? [])])
  const groups = groupsOf(streets)
  return [
    ...(facts.some(({ stage }) => stage)
      ? [paragraphOf([text(m.house_stage_note())], { style: 'Soft' }, writing)]
      : []),
    legend(facts, gender, writing),
    ...streets.flatMap((street, at) => [
      ...signOf(street, quarter, writing),
      ...(groups ? countsOf(groups[at] ?? [], gender, writing) : [drawnStreet(street, writing)])
    ]),
    ...quarter.tables.flatMap((table) => tableOf(table, writing, quarter.tables))
  ]
}

function legend(facts: HouseFacts[], gender: Gender, writing: Writing): Paragraph {
  const items = legendOf(facts).flatMap(({ look, facts }): ParagraphChild[] => [
    drawingRun(housePicture(facts), { scale: 0.6, alt: null, lowered: 3 }, writing),
    ...ownRuns(` ${look === 'ordinary' ? m.house_short_ordinary() : legendWords(look, gender)}     `, writing)
  ])
  return new Paragraph({ style: 'Legend', children: items })
}

/** Its name, how many of its houses are lit, and what is said of it. */
function signOf(street: Street, { level }: Quarter, writing: Writing): Standing[] {
  const wrote = (value: string): Inline => ({
    type: 'text',
    value,
    ...(foreign(street.language) ? { foreign: true } : {})
  })
  const name = street.href ? link(street.href, wrote(street.title)) : wrote(street.title)
  const { lit, of } = street
  return [
    paragraphOf([name], headings(level), writing),
    paragraphOf([text(m.house_lit_of({ lit, of }))], { style: 'Small', keepNext: true }, writing),
    ...(street.text ? [paragraphOf([wrote(street.text)], { keepNext: true }, writing)] : [])
  ]
}

function drawnStreet(street: Street, writing: Writing): Paragraph {
  const { title, lit, of } = street
  const alt = `${title} ${m.house_lit_of({ lit, of })}`
  return new Paragraph({
    style: 'Picture',
    children: [drawingRun(quarterPicture([street], { across }), { scale: 1, alt }, writing)]
  })
}

const countsOf = (groups: HouseCount[], gender: Gender, writing: Writing): Paragraph[] =>
  groups.map((group) => {
    const said = text(` ${group.count} ${statusWords(group, gender)}`)
    return paragraphOf(
      [group.href ? link(group.href, said) : said],
      { style: 'ListLines', numbering: { reference: unmarked, level: 0 } },
      writing,
      [drawingRun(housePicture(group), { scale: 0.6, alt: null, lowered: 3 }, writing)]
    )
  })
