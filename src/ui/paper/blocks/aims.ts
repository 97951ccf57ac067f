import { m } from '#ui/words/messages.ts'
import { paragraph, soft, wrote } from '../inlines.ts'
import type { Below, Node } from '../paper.ts'
import type { BlockOf, Report } from '../report.ts'

export function aimsNodes(report: Report, { facts, focusArea }: BlockOf<'aims'>, level: Below): Node[] {
  const { objectives } = facts
  if (objectives.length === 0) return [soft(m.publications_aims_none())]
  return objectives.flatMap(({ title, aims }): Node[] => [
    // Of one focus area, whose name has just been said.
    ...(focusArea === null ? [{ type: 'heading' as const, level, children: [wrote(report, title)] }] : []),
    { type: 'list', start: null, items: aims.map((aim) => [paragraph([wrote(report, aim)])]) }
  ])
}
