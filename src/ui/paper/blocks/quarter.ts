import { byDegree, litWords, statusWords, type House, type Stage, type Street } from '#ui/charts/house.ts'
import { m } from '#ui/words/messages.ts'
import { aside, link, paragraph, text, wrote } from '../inlines.ts'
import type { Below, Node, TableNode } from '../paper.ts'
import type { FrozenStreet } from '../facts.ts'
import { hrefOf, nounOf, type BlockOf, type Report } from '../report.ts'

export function quarterNodes(report: Report, { facts }: BlockOf<'quarter'>, level: Below): Node[] {
  const noun = nounOf(report)
  if (facts.streets.length === 0) return [paragraph([text(m.publications_quarter_none({ many: noun.many }))])]
  const streets = facts.streets.map((street) => streetOf(report, street, facts.followedUp))
  const tables = facts.streets.map((street, at) => tableOf(report, street, streets[at]?.houses ?? []))
  return [{ type: 'quarter', level, streets, gender: noun.gender, tables }]
}

const nameOf = (street: FrozenStreet): string =>
  street.beyond ? m.publications_heading_beyond() : (street.title ?? m.publications_street_other())

const streetOf = (report: Report, street: FrozenStreet, followedUp: boolean): Street => ({
  title: nameOf(street),
  ...(street.title !== null && { language: report.language }),
  lit: street.lit,
  of: street.of,
  houses: street.houses.map((house): House => {
    const { degree, state, ordinary, title, seed } = house
    const { language } = report
    const facts = { degree, state, ordinary, title, language, seed, href: hrefOf(report, house.number) }
    return followedUp ? facts : { ...facts, stage: house.stage as Stage }
  })
})

/** The same in words, best first as they are drawn. */
const tableOf = (report: Report, street: FrozenStreet, houses: House[]): TableNode => ({
  type: 'table',
  caption: [
    street.title === null ? text(nameOf(street)) : wrote(report, street.title),
    ...(street.of > 0 ? [text(' '), aside(text(litWords(street)))] : [])
  ],
  head: [[text(m.house_column_title())], [text(m.house_column_status())]],
  rows: byDegree(houses).map((house) => [
    [link(house.href, wrote(report, house.title))],
    [text(statusWords(house, nounOf(report).gender))]
  ]),
  numbers: []
})
