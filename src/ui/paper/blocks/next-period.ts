import { formatList } from '#ui/formats/lists.ts'
import { formatPeriod } from '#ui/formats/periods.ts'
import { address } from '#ui/words/addresses.ts'
import { quoted } from '#ui/words/foreign.ts'
import { getLocale } from '#ui/words/locale.ts'
import { m } from '#ui/words/messages.ts'
import { aside, link, paragraph, said, soft, strong, text, typed, wrote } from '../inlines.ts'
import type { Below, Inline, Node } from '../paper.ts'
import type { Successor } from '../facts.ts'
import type { BlockOf, Report } from '../report.ts'

const lifecycles: Record<string, () => string> = {
  preparing: m.publications_lifecycle_preparing,
  active: m.publications_lifecycle_active,
  in_ordinary_operations: m.publications_lifecycle_in_ordinary_operations,
  ended: m.publications_lifecycle_ended
}

export const lifecycleWords = (lifecycle: string): string => lifecycles[lifecycle]?.() ?? ''

export const nextPeriodNodes = (report: Report, { facts }: BlockOf<'next_period'>, level: Below): Node[] =>
  facts.successors.length > 0
    ? facts.successors.flatMap((next) => successorNodes(report, next, level))
    : [soft(m.publications_next_none())]

function successorNodes(report: Report, next: Successor, level: Below): Node[] {
  const when = [formatPeriod(next.period, getLocale()), lifecycleWords(next.lifecycle)].filter(Boolean)
  const ended = m.publications_next_ended({ titles: formatList(next.ended.map(quoted), getLocale()) })
  return [
    {
      type: 'heading',
      level,
      children: [link(address(getLocale(), 'collaborations', next.slug), wrote(report, next.name))]
    },
    soft(when.join(' · ')),
    ...(next.purpose ? typed(report, next.purpose) : []),
    ...objectivesNodes(report, next),
    ...(next.ended.length > 0 ? [paragraph(said(report, ended))] : []),
    ...(next.commitments > 0
      ? [paragraph([text(m.publications_next_commitments({ count: next.commitments }))])]
      : [])
  ]
}

function objectivesNodes(report: Report, { objectives }: Successor): Node[] {
  if (objectives.length === 0) return []
  const items = objectives.map(({ title, description, isNew }) => {
    const mark: Inline[] = isNew
      ? [text(' '), { type: 'mark', children: [text(m.publications_next_new())] }]
      : []
    const why: Inline[] = isNew && description ? [{ type: 'break' }, aside(wrote(report, description))] : []
    return [paragraph([wrote(report, title), ...mark, ...why])]
  })
  return [paragraph([strong(text(m.publications_next_objectives()))]), { type: 'list', start: null, items }]
}
