import { statusWords, type Gender, type Stage } from '#ui/charts/house.ts'
import { formatList } from '#ui/formats/lists.ts'
import { formatPeriod } from '#ui/formats/periods.ts'
import { address } from '#ui/words/addresses.ts'
import { quoted } from '#ui/words/foreign.ts'
import { getLocale } from '#ui/words/locale.ts'
import { m } from '#ui/words/messages.ts'
import type { GoingOn, Ongoing, Tie, Within } from '../facts.ts'
import { aside, joined, link, paragraph, said, soft, text, typed, wrote } from '../inlines.ts'
import type { Below, Inline, Node } from '../paper.ts'
import { hrefOf, nounOf, type BlockOf, type Report } from '../report.ts'
import { lifecycleWords } from './next-period.ts'

/** By focus area, a line each: "Mötesplats Backa Brunnsbo (Backa i Fokus) · nu i ordinarie verksamhet". */
export function ongoingNodes(report: Report, { facts }: BlockOf<'ongoing'>, level: Below): Node[] {
  const { groups, within, stages } = facts
  if (groups.length + within.length === 0) return [soft(m[`blocks_ongoing_none_${stages}`]())]
  const titled = groups.some(({ title }) => title !== null) && (groups.length > 1 || within.length > 0)
  return [
    ...groups.flatMap(({ title, items }): Node[] => [
      ...(titled
        ? [heading(level, title === null ? text(m.publications_street_other()) : wrote(report, title))]
        : []),
      { type: 'list', start: null, items: items.map((item) => [paragraph(lineOf(report, item, stages))]) }
    ]),
    ...(within.length > 0
      ? [
          heading(level, text(m.blocks_ongoing_within())),
          { type: 'list' as const, start: null, items: within.map((one) => withinNodes(report, one)) }
        ]
      : [])
  ]
}

const heading = (level: Below, words: Inline): Node => ({ type: 'heading', level, children: [words] })
const named = (names: string[]): string => formatList(names.map(quoted), getLocale())

function lineOf(report: Report, item: GoingOn, stages: Ongoing['stages']): Inline[] {
  const { gender } = nounOf(report)
  const from = [...item.initiators, ...item.labels]
  const also = item.also.length > 0 ? m.blocks_ongoing_also({ titles: named(item.also) }) : ''
  const besides = joined([
    // That it goes on is what the heading says.
    stages === 'now' && item.stage === 'ongoing' ? null : [text(stageWords(item.stage, gender))],
    item.period.from || item.period.to ? [text(formatPeriod(item.period, getLocale()))] : null,
    doers(report, item),
    ...item.ties.map((tie) => said(report, tieWords(tie, item.title)))
  ])
  return [
    link(hrefOf(report, item.number), wrote(report, item.title)),
    ...said(report, also),
    ...(from.length > 0 ? said(report, ` (${from.map(quoted).join(', ')})`) : []),
    ...(besides.length > 0 ? [text(' '), aside(...besides)] : [])
  ]
}

const stageWords = (stage: string, gender: Gender): string =>
  statusWords({ degree: null, state: 'not_asked', ordinary: false, stage: stage as Stage }, gender)

function doers(report: Report, { lead, parties, carriedBy }: GoingOn): Inline[] | null {
  if (carriedBy) return said(report, m.blocks_ongoing_carried_by({ name: quoted(carriedBy.name) }))
  const names = lead ? [lead, ...parties] : parties
  return names.length > 0 ? [text(formatList(names, getLocale()))] : null
}

/** Where it goes by the same name elsewhere, where that is says enough. */
function tieWords({ kind, direction, title, collaboration }: Tie, own: string): string {
  const of = !collaboration
    ? quoted(title)
    : title === own
      ? quoted(collaboration.name)
      : m.blocks_ongoing_of({ title: quoted(title), collaboration: quoted(collaboration.name) })
  return m[`blocks_ongoing_${direction}_${kind}`]({ of })
}

function withinNodes(report: Report, { slug, name, purpose, lifecycle, period }: Within): Node[] {
  const when = [lifecycleWords(lifecycle), formatPeriod(period, getLocale())].filter(Boolean).join(' · ')
  return [
    paragraph([
      link(address(getLocale(), 'collaborations', slug), wrote(report, name)),
      text(' '),
      aside(text(when))
    ]),
    ...(purpose ? typed(report, purpose) : [])
  ]
}
