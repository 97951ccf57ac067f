import { m } from '#ui/words/messages.ts'
import { nounOf, type Block, type Report } from './report.ts'

export type Section = {
  block: Block
  anchor: string
  heading: string | null
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
  documents: m.publications_heading_documents
}

export function usualHeading(
  report: Report,
  block: Pick<Block, 'kind' | 'part' | 'focusArea'>
): string | null {
  if (block.kind === 'quarter') return m.publications_heading_quarter({ one: nounOf(report).one })
  if (block.kind !== 'prose') return besides[block.kind]?.() ?? null
  if (block.part === 'promise') return m.publications_heading_promise()
  if (block.part === 'closing') return m.publications_heading_closing()
  return block.part === 'focus_area' ? block.focusArea : null
}

/**
 * Nothing to read under its heading, and nothing that follows hangs on it. What was not carried out, and what was done,
 * are answers: there, nothing is also something to tell.
 */
export function isBlank(block: Block): boolean {
  if (block.kind === 'prose') return !block.prose && block.part !== 'focus_area'
  if (block.kind === 'aims') return block.facts.objectives.length === 0
  if (block.kind === 'figures') return block.facts.sums.length + block.facts.listed.length === 0
  if (block.kind === 'beyond') return block.facts.deeds.length === 0
  if (block.kind === 'next_period') return block.facts.successors.length === 0
  return block.kind === 'documents' && block.facts.documents.length === 0
}

const anchorOf = (heading: string): string =>
  heading
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')

/** The page's sections in order. What belongs to a focus area stands under it; blank ones only where `all` are asked for. */
export function outlineOf(report: Report, { all = false } = {}): Section[] {
  const taken = new Set<string>()
  let begun = false
  return report.blocks
    .filter((block) => all || !isBlank(block))
    .map((block, at) => {
      const heading = block.heading ?? usualHeading(report, block)
      const under = begun && block.focusArea !== null && block.kind !== 'prose'
      begun ||= heading !== null
      const wanted = `avsnitt-${(heading && anchorOf(heading)) || at + 1}`
      const anchor = taken.has(wanted) ? `${wanted}-${at + 1}` : wanted
      taken.add(anchor)
      return { block, anchor, heading, level: under ? 3 : 2, lead: at === 0 && block.kind === 'prose' }
    })
}
