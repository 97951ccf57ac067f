import { statusWords } from '#ui/charts/house.ts'
import { formatDay } from '#ui/formats/days.ts'
import { figureNumber } from '#ui/formats/figures.ts'
import { capitalise, formatNumber } from '#ui/formats/numbers.ts'
import { address } from '#ui/words/addresses.ts'
import { quoted } from '#ui/words/foreign.ts'
import { getLocale } from '#ui/words/locale.ts'
import { m } from '#ui/words/messages.ts'
import type { Changes, Named } from '../facts.ts'
import { aside, link, paragraph, said, soft, text, wrote } from '../inlines.ts'
import type { Below, Inline, Node } from '../paper.ts'
import { hrefOf, nounOf, type BlockOf, type Report } from '../report.ts'
import { unitOf } from './deeds.ts'

/** Then and now beside each other, then what is new: what the earlier report did not tell of is not compared. */
export function changesNodes(report: Report, { facts }: BlockOf<'changes'>, level: Below): Node[] {
  const { since } = facts
  if (!since) return [soft(m.blocks_changes_none_before())]
  const told = [
    ...countsNodes(report, facts),
    ...degreesNodes(report, facts, level),
    ...lines(report, level, m.blocks_changes_promised({ many: nounOf(report).many }), facts.promised),
    ...lines(report, level, m.blocks_changes_deeds(), facts.deeds),
    ...names(level, m.blocks_changes_joined(), facts.joined),
    ...names(level, m.blocks_changes_left(), facts.left)
  ]
  return [
    sinceNode(report, since),
    ...(told.length > 0 ? told : [paragraph([text(m.blocks_changes_none())])])
  ]
}

function sinceNode(report: Report, { slug, title, number, day }: NonNullable<Changes['since']>): Node {
  const edition = m.publications_edition_of({ number, day: formatDay(day, getLocale()) })
  return paragraph([
    text(`${m.blocks_changes_since()} `),
    link(address(getLocale(), 'publications', slug, 'editions', number), wrote(report, title)),
    text(` (${edition}).`)
  ])
}

const head = (what: string): Inline[][] => [
  [text(what)],
  [text(m.blocks_changes_before())],
  [text(m.blocks_changes_now())]
]

function countsNodes(report: Report, { totals, sums }: Changes): Node[] {
  const of = ({ carriedOut, of: all }: { carriedOut: number; of: number }) =>
    m.blocks_completion_of({
      count: formatNumber(carriedOut, getLocale()),
      of: formatNumber(all, getLocale())
    })
  const moved =
    totals && (totals.before.carriedOut !== totals.now.carriedOut || totals.before.of !== totals.now.of)
  const first = moved
    ? [
        [
          [text(m.blocks_changes_carried_out({ many: capitalise(nounOf(report).many, getLocale()) }))],
          [text(of(totals.before))],
          [text(of(totals.now))]
        ]
      ]
    : []
  const number = (sum: NonNullable<Changes['sums']>[number]['now']): Inline[] =>
    sum ? said(report, figureNumber({ ...sum, words: null }, getLocale())) : [text('–')]
  const counted = (sums ?? []).map((sum) => [
    said(report, quoted(unitOf({ ...sum, unit: capitalise(sum.unit, getLocale()) }))),
    number(sum.before),
    number(sum.now)
  ])
  const rows = [...first, ...counted]
  if (rows.length === 0) return []
  return [{ type: 'table', caption: [], head: head(m.blocks_changes_what()), rows, numbers: [1, 2] }]
}

function degreesNodes(report: Report, { degrees }: Changes, level: Below): Node[] {
  if (!degrees || degrees.length === 0) return []
  const { gender, one } = nounOf(report)
  const words = (degree: (typeof degrees)[number]['now'], ordinary: boolean) =>
    degree
      ? capitalise(statusWords({ degree, state: 'reported', ordinary }, gender), getLocale())
      : ordinary
        ? capitalise(m.house_ordinary(), getLocale())
        : m.blocks_changes_untold()
  const rows = degrees.map(({ number, title, before, now, ordinary }) => [
    [link(hrefOf(report, number), wrote(report, title))],
    [text(words(before, false))],
    [text(words(now, ordinary))]
  ])
  return [
    { type: 'heading', level, children: [text(m.blocks_changes_degrees())] },
    { type: 'table', caption: [], head: head(capitalise(one, getLocale())), rows, numbers: [] }
  ]
}

/** What is new is read at a glance; the rest stands where it is told. */
const most = 10

function lines(report: Report, level: Below, title: string, all: Changes['deeds']): Node[] {
  if (!all || all.length === 0) return []
  const items = all
    .slice(0, most)
    .map((one) => [
      paragraph([
        link(hrefOf(report, one.number), wrote(report, one.title)),
        ...(one.lead ? [text(' '), aside(text(one.lead))] : [])
      ])
    ])
  return [
    { type: 'heading', level, children: [text(title)] },
    { type: 'list', start: null, items },
    ...(all.length > most
      ? [soft(m.blocks_changes_more({ count: formatNumber(all.length - most, getLocale()) }))]
      : [])
  ]
}

function names(level: Below, title: string, all: Named[] | null): Node[] {
  if (!all || all.length === 0) return []
  const items = all.map(({ slug, name }) => [
    paragraph([link(address(getLocale(), 'organisations', slug), text(name))])
  ])
  return [
    { type: 'heading', level, children: [text(title)] },
    { type: 'list', start: null, look: 'names', items }
  ]
}
