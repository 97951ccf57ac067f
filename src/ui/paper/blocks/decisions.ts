import { formatDay } from '#ui/formats/days.ts'
import { getLocale } from '#ui/words/locale.ts'
import { m } from '#ui/words/messages.ts'
import type { Decided } from '../facts.ts'
import { joined, paragraph, soft, strong, text, typed, wrote } from '../inlines.ts'
import type { Node } from '../paper.ts'
import type { BlockOf, Report } from '../report.ts'

/** In the order they were taken: "Fritids- och folkhälsonämnden, 19 januari 2018, § 4". */
export const decisionsNodes = (report: Report, { facts }: BlockOf<'decisions'>): Node[] =>
  facts.decisions.length > 0
    ? [
        {
          type: 'list',
          start: facts.decisions.length > 1 ? 1 : null,
          look: 'lines',
          items: facts.decisions.map((one) => decidedNodes(report, one))
        }
      ]
    : [soft(m.blocks_decisions_none())]

function decidedNodes(report: Report, one: Decided): Node[] {
  const { body, day, section, caseNumber, wording, adjusted, posted, sentTo, edition, kind } = one
  const when = (value: string | null) => (value ? formatDay(value, getLocale()) : '')
  const besides = joined([
    adjusted ? [text(m.blocks_decisions_adjusted({ day: when(adjusted) }))] : null,
    posted ? [text(m.blocks_decisions_posted({ day: when(posted) }))] : null,
    sentTo ? [text(`${m.blocks_decisions_sent_to()} `), wrote(report, sentTo)] : null,
    edition ? [text(m.blocks_decisions_edition({ number: edition.number }))] : null
  ])
  return [
    paragraph([
      ...joined(
        [
          [strong(body ? wrote(report, body) : text(m.blocks_decisions_somebody()))],
          day ? [text(when(day))] : null,
          section ? [text(`§\u00a0${section.replace(/^[§\s]+/, '')}`)] : null,
          caseNumber ? [text(`${m.publications_documents_case()} ${caseNumber}`)] : null
        ],
        ', '
      ),
      ...(kind === 'proposal'
        ? [text(' '), { type: 'mark' as const, children: [text(m.blocks_decisions_proposal())] }]
        : [])
    ]),
    ...(wording ? typed(report, wording) : []),
    ...(besides.length > 0 ? [paragraph(besides, 'small')] : [])
  ]
}
