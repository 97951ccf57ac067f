import type { Below, Node } from '../paper.ts'
import { proseNodes } from '../prose.ts'
import type { Block, Report } from '../report.ts'
import { aimsNodes } from './aims.ts'
import { annexesNodes } from './annexes.ts'
import { assessmentNodes } from './assessment.ts'
import { carriedOverNodes } from './carried-over.ts'
import { changesNodes } from './changes.ts'
import { completionNodes } from './completion.ts'
import { decisionsNodes } from './decisions.ts'
import { beyondNodes, deedsNodes } from './deeds.ts'
import { documentsNodes } from './documents.ts'
import { figuresNodes } from './figures.ts'
import { nextPeriodNodes } from './next-period.ts'
import { notCarriedOutNodes } from './not-carried-out.ts'
import { ongoingNodes } from './ongoing.ts'
import { partiesNodes } from './parties.ts'
import { quarterNodes } from './quarter.ts'
import { saidNodes } from './said.ts'
import { togetherNodes } from './together.ts'
import { totalsNodes } from './totals.ts'

/** What a block says, under a heading of level `above`, or under the paper's title where it has none. */
export function nodesOf(report: Report, block: Block, above: 1 | 2 | 3): Node[] {
  const level: Below = above === 3 ? 4 : 3
  switch (block.kind) {
    case 'prose':
      return proseNodes(report, block.prose ?? '', above)
    case 'totals':
      return totalsNodes(report, block)
    case 'quarter':
      return quarterNodes(report, block, level)
    case 'aims':
      return aimsNodes(report, block, level)
    case 'deeds':
      return deedsNodes(report, block, level)
    case 'beyond':
      return beyondNodes(report, block, level)
    case 'figures':
      return figuresNodes(report, block, level)
    case 'not_carried_out':
      return notCarriedOutNodes(report, block, level)
    case 'next_period':
      return nextPeriodNodes(report, block, level)
    case 'parties':
      return partiesNodes(report, block, level)
    case 'documents':
      return documentsNodes(report, block)
    case 'completion':
      return completionNodes(report, block)
    case 'ongoing':
      return ongoingNodes(report, block, level)
    case 'together':
      return togetherNodes(report, block, level)
    case 'contribution':
    case 'learning':
      return saidNodes(report, block, level)
    case 'assessment':
      return assessmentNodes(report, block, level)
    case 'changes':
      return changesNodes(report, block, level)
    case 'carried_over':
      return carriedOverNodes(report, block)
    case 'decisions':
      return decisionsNodes(report, block)
    case 'annexes':
      return annexesNodes(report, block)
  }
}
