import { formatNumber } from '#ui/formats/numbers.ts'
import { getLocale } from '#ui/words/locale.ts'
import { m } from '#ui/words/messages.ts'
import type { AllSaid, PartySaid, Said } from '../facts.ts'
import { aside, link, paragraph, soft, strong, text, typed, wrote } from '../inlines.ts'
import type { Below, Inline, Node } from '../paper.ts'
import { hrefOf, type BlockOf, type Report } from '../report.ts'

/** What was said of each deed, under its focus area, then by the parties, and last to a question of the round's own. */
export function saidNodes(
  report: Report,
  { kind, facts }: BlockOf<'contribution'> | BlockOf<'learning'>,
  level: Below
): Node[] {
  const { groups, parties, own } = facts
  if (groups.length + parties.length === 0 && !own)
    return [soft(kind === 'learning' ? m.blocks_learning_none() : m.blocks_contribution_none())]
  const titled = groups.some(({ title }) => title !== null)
  return [
    ...groups.flatMap(({ title, said }) => [
      ...(titled
        ? [heading(level, title === null ? text(m.publications_street_other()) : wrote(report, title))]
        : []),
      saidList(report, said)
    ]),
    ...(parties.length > 0
      ? [
          ...(groups.length > 0 ? [heading(level, text(m.blocks_said_parties()))] : []),
          partiesList(report, parties)
        ]
      : []),
    ...(own ? ownNodes(report, own, level) : [])
  ]
}

const heading = (level: Below, words: Inline): Node => ({ type: 'heading', level, children: [words] })

const saidList = (report: Report, all: Said[]): Node => ({
  type: 'list',
  start: null,
  look: 'lines',
  items: all.map(({ number, title, lead, text: words }) => [
    paragraph([
      link(hrefOf(report, number), wrote(report, title)),
      ...(lead ? [text(' '), aside(text(lead))] : [])
    ]),
    ...typed(report, words)
  ])
})

/** In the coordinator's words, by the party's name. */
export const partiesList = (report: Report, all: PartySaid[]): Node => ({
  type: 'list',
  start: null,
  look: 'lines',
  items: all.map(({ organisation, title, text: words }) => [
    paragraph([
      ...(title ? [strong(wrote(report, title)), text(' ')] : []),
      title ? aside(text(organisation)) : strong(text(organisation))
    ]),
    ...typed(report, words)
  ])
})

function ownNodes(report: Report, own: NonNullable<AllSaid['own']>, level: Below): Node[] {
  const none = own.said.length + own.parties.length === 0 && own.counts.every(({ count }) => count === 0)
  return [
    heading(level, wrote(report, own.label)),
    ...(none ? [soft(m.blocks_said_own_none())] : []),
    ...(own.counts.length > 0 && !none ? [countsTable(report, own)] : []),
    ...(own.said.length > 0 ? [saidList(report, own.said)] : []),
    ...(own.parties.length > 0 ? [partiesList(report, own.parties)] : [])
  ]
}

const countsTable = (report: Report, { counts, type }: NonNullable<AllSaid['own']>): Node => ({
  type: 'table',
  caption: [],
  head: [[text(m.blocks_said_answer())], [text(m.blocks_said_count())]],
  rows: counts.map(({ answer, count }) => [
    [type === 'yes_no' ? text(yesOrNo(answer)) : wrote(report, answer)],
    [text(formatNumber(count, getLocale()))]
  ]),
  numbers: [1]
})

const yesOrNo = (answer: string): string => (answer === 'true' ? m.blocks_said_yes() : m.blocks_said_no())
