export const blockKinds = [
  'prose',
  'totals',
  'quarter',
  'completion',
  'aims',
  'deeds',
  'together',
  'figures',
  'contribution',
  'learning',
  'assessment',
  'ongoing',
  'not_carried_out',
  'beyond',
  'changes',
  'carried_over',
  'next_period',
  'parties',
  'decisions',
  'documents',
  'annexes'
] as const
export type BlockKind = (typeof blockKinds)[number]

/** What a block of prose is for: its heading, and what to write in it, follow from that until somebody writes one. */
export const parts = [
  'introduction',
  'promise',
  'focus_area',
  'closing',
  'summary',
  'proposal_for_decision',
  'background',
  'reflections',
  'ahead'
] as const
export type Part = (typeof parts)[number]
