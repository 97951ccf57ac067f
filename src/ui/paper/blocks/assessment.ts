import { formatPeriod } from '#ui/formats/periods.ts'
import { getLocale } from '#ui/words/locale.ts'
import { m } from '#ui/words/messages.ts'
import type { Assessed } from '../facts.ts'
import { paragraph, soft, text, typed, wrote } from '../inlines.ts'
import type { Below, Node } from '../paper.ts'
import type { BlockOf, Report } from '../report.ts'

/** The whole first, then each objective: what worked, what lies ahead, what it gave, and who says so. */
export function assessmentNodes(
  report: Report,
  { facts, focusArea }: BlockOf<'assessment'>,
  level: Below
): Node[] {
  const { assessments } = facts
  if (assessments.length === 0) return [soft(m.blocks_assessment_none())]
  const alone = assessments.length === 1 && (focusArea !== null || assessments[0]?.objective === null)
  return assessments.flatMap((one) => assessedNodes(report, one, alone, level))
}

function assessedNodes(report: Report, one: Assessed, alone: boolean, level: Below): Node[] {
  const { objective, worked, challenges, contribution } = one
  const below = (alone ? level : level + 1) as 3 | 4 | 5
  const part = (title: string, words: string | null): Node[] =>
    words ? [{ type: 'heading', level: below, children: [text(title)] }, ...typed(report, words)] : []
  const name = objective === null ? text(m.blocks_assessment_whole()) : wrote(report, objective)
  return [
    ...(alone ? [] : [{ type: 'heading' as const, level, children: [name] }]),
    ...part(m.blocks_assessment_worked(), worked),
    ...part(m.blocks_assessment_challenges(), challenges),
    ...part(m.blocks_assessment_contribution(), contribution),
    madeNode(report, one)
  ]
}

function madeNode(report: Report, { from, to, madeBy }: Assessed): Node {
  const period = formatPeriod({ from, to, precision: 'day' }, getLocale())
  const said = text(m.blocks_assessment_period({ period }))
  return paragraph(
    madeBy ? [text(`${m.blocks_assessment_made_by()} `), wrote(report, madeBy), text('. '), said] : [said],
    'small'
  )
}
