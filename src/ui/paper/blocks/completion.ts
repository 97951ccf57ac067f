import { capitalise, formatNumber } from '#ui/formats/numbers.ts'
import { quoted } from '#ui/words/foreign.ts'
import { getLocale } from '#ui/words/locale.ts'
import { m } from '#ui/words/messages.ts'
import { nounIn } from '#ui/words/nouns.ts'
import type { Completed } from '../facts.ts'
import { paragraph, said, soft, strong, text, wrote } from '../inlines.ts'
import type { Inline, Node } from '../paper.ts'
import { nounOf, type BlockOf, type Report } from '../report.ts'

/** A row for each focus area: how many of how many, and what the rest stands at. Columns that nobody stands in are left out. */
export function completionNodes(report: Report, { facts }: BlockOf<'completion'>): Node[] {
  const { many } = nounOf(report)
  if (facts.whole.of === 0) return [soft(m.publications_quarter_none({ many }))]
  const columns = columnsOf(facts.whole, facts.followedUp)
  const row = (name: Inline[], completed: Completed): Inline[][] => [
    name,
    ...columns.map(({ cell }) => [text(cell(completed))])
  ]
  const areas = facts.rows.map(({ title, ...completed }) =>
    row([title === null ? text(m.publications_street_other()) : wrote(report, title)], completed)
  )
  const objective = nounIn(report.collaboration.words.objective)
  return [
    {
      type: 'table',
      caption: [text(m.blocks_completion_caption({ many: capitalise(many, getLocale()) }))],
      head: [[text(capitalise(objective.one, getLocale()))], ...columns.map(({ head }) => [text(head)])],
      rows:
        areas.length > 1 ? [...areas, row([strong(text(m.blocks_completion_whole()))], facts.whole)] : areas,
      numbers: columns.map((_, at) => at + 1)
    },
    facts.round
      ? paragraph(
          said(
            report,
            (facts.inRound ? m.blocks_completion_basis_round : m.blocks_completion_basis)({
              round: quoted(facts.round)
            })
          ),
          'small'
        )
      : paragraph([text(m.blocks_completion_stages())], 'small')
  ]
}

type Column = { head: string; cell: (completed: Completed) => string }

function columnsOf(whole: Completed, followedUp: boolean): Column[] {
  const count = (head: string, of: (completed: Completed) => number): Column[] =>
    of(whole) > 0 ? [{ head, cell: (completed) => formatNumber(of(completed), getLocale()) }] : []
  return [
    {
      head: followedUp ? m.blocks_completion_carried_out() : m.blocks_completion_finished(),
      cell: ({ carriedOut, of }) =>
        m.blocks_completion_of({
          count: formatNumber(carriedOut, getLocale()),
          of: formatNumber(of, getLocale())
        })
    },
    ...count(m.blocks_completion_begun(), ({ begun }) => begun),
    ...count(m.blocks_completion_not_done(), ({ notDone }) => notDone),
    ...count(m.blocks_completion_unanswered(), ({ unanswered }) => unanswered),
    ...count(
      followedUp ? m.blocks_completion_waiting() : m.blocks_completion_not_begun(),
      ({ waiting }) => waiting
    )
  ]
}
