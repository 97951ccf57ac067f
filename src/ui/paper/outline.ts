import { m } from '#ui/words/messages.ts'
import { nounOf, type Block, type Part, type Report } from './report.ts'

export type Section = {
  block: Block
  anchor: string
  heading: string | null
  /** That its heading ends with, where nothing above says which focus area it is of. */
  area: string | null
  level: 2 | 3
  lead: boolean
}

const besides: Partial<Record<Block['kind'], () => string>> = {
  totals: m.publications_heading_totals,
  aims: m.publications_heading_aims,
  deeds: m.publications_heading_deeds,
  figures: m.publications_heading_figures,
  not_carried_out: m.publications_heading_not_carried_out,
  beyond: m.publications_heading_beyond,
  next_period: m.publications_heading_next_period,
  parties: m.publications_heading_parties,
  documents: m.publications_heading_documents,
  completion: m.blocks_heading_completion,
  together: m.blocks_heading_together,
  contribution: m.blocks_heading_contribution,
  learning: m.blocks_heading_learning,
  assessment: m.blocks_heading_assessment,
  changes: m.blocks_heading_changes,
  carried_over: m.blocks_heading_carried_over,
  decisions: m.blocks_heading_decisions,
  annexes: m.blocks_heading_annexes
}

/** What a block of prose is for says what it is called. The introduction needs no name. */
const parts: Partial<Record<Part, () => string>> = {
  promise: m.publications_heading_promise,
  closing: m.publications_heading_closing,
  summary: m.blocks_heading_summary,
  proposal_for_decision: m.blocks_heading_proposal_for_decision,
  background: m.blocks_heading_background,
  reflections: m.blocks_heading_reflections,
  ahead: m.blocks_heading_ahead
}

const ongoing = {
  now: m.blocks_heading_ongoing_now,
  done: m.blocks_heading_ongoing_done,
  all: m.blocks_heading_ongoing_all
}

/** What a block is called until somebody gives it another name. */
export function usualHeading(report: Report, block: Block): string | null {
  if (block.kind === 'quarter') return m.publications_heading_quarter({ one: nounOf(report).one })
  if (block.kind === 'parties' && block.facts.moves && block.facts.roles.length === 0)
    return m.blocks_heading_moves()
  if (block.kind === 'ongoing') return ongoing[block.facts.stages]()
  if (block.kind !== 'prose') return besides[block.kind]?.() ?? null
  if (block.part === 'focus_area') return block.focusArea
  return block.part === null ? null : (parts[block.part]?.() ?? null)
}

/**
 * Nothing to read under its heading, and nothing that follows hangs on it. What was not carried out, and what was done,
 * are answers: there, nothing is also something to tell.
 */
export function isBlank(block: Block): boolean {
  if (block.kind === 'prose') return !block.prose && block.part !== 'focus_area'
  if (block.kind === 'totals') return block.facts.asOpening === true
  if (block.kind === 'parties') return isStill(block)
  if (block.kind === 'aims') return block.facts.objectives.length === 0
  if (block.kind === 'figures') return block.facts.sums.length + block.facts.listed.length === 0
  if (block.kind === 'beyond') return block.facts.deeds.length + (block.facts.said?.length ?? 0) === 0
  if (block.kind === 'changes') return block.facts.since === null
  if (block.kind === 'annexes') return block.facts.annexes.length === 0
  if (block.kind === 'decisions') return block.facts.decisions.length === 0
  if (block.kind === 'together') return block.facts.deeds.length === 0
  if (block.kind === 'assessment') return block.facts.assessments.length === 0
  if (block.kind === 'carried_over') return block.facts.groups.length === 0
  if (block.kind === 'next_period') return block.facts.successors.length === 0
  return block.kind === 'documents' && block.facts.documents.length === 0
}

/** It tells of nothing but who came and who left, and nobody did. */
const isStill = ({ facts: { roles, moves } }: Extract<Block, { kind: 'parties' }>): boolean =>
  roles.length === 0 && moves !== undefined && moves.joined.length + moves.left.length === 0

const anchorOf = (heading: string): string =>
  heading
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')

/**
 * The page's sections in order; blank ones only where `all` are asked for. What tells of a focus area stands under that
 * area's own section; where it does not, its usual heading says which area.
 */
export function outlineOf(report: Report, { all = false } = {}): Section[] {
  const taken = new Set<string>()
  let within: string | null = null
  return report.blocks
    .filter((block) => all || !isBlank(block))
    .map((block, at) => {
      const usual = block.heading ?? usualHeading(report, block)
      const { focusArea } = block
      const live = block.kind !== 'prose'
      const under = live && focusArea !== null && focusArea === within
      if (usual !== null && !under) within = live ? null : focusArea
      const area = live && !under && usual !== null && block.heading === null ? focusArea : null
      const heading = area === null ? usual : `${usual}${usual?.endsWith('?') ? '' : ':'} ${area}`
      const wanted = `avsnitt-${(heading && anchorOf(heading)) || at + 1}`
      const anchor = taken.has(wanted) ? `${wanted}-${at + 1}` : wanted
      taken.add(anchor)
      return { block, anchor, heading, area, level: under ? 3 : 2, lead: at === 0 && block.kind === 'prose' }
    })
}
