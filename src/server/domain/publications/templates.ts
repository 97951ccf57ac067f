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

export type TemplateBlock =
  { kind: BlockKind; part?: Part } | { perFocusArea: { kind: BlockKind; part?: Part }[] }

/** Which blocks a new publication begins with, in order. A new template is a row here and in the database's check. */
export const templates = {
  final_follow_up: [
    { kind: 'prose', part: 'introduction' },
    { kind: 'totals' },
    { kind: 'prose', part: 'promise' },
    { kind: 'quarter' },
    { perFocusArea: [{ kind: 'prose', part: 'focus_area' }, { kind: 'aims' }, { kind: 'deeds' }] },
    { kind: 'figures' },
    { kind: 'not_carried_out' },
    { kind: 'beyond' },
    { kind: 'prose', part: 'closing' },
    { kind: 'next_period' },
    { kind: 'parties' },
    { kind: 'documents' }
  ]
} as const satisfies Record<string, readonly TemplateBlock[]>

export type Template = keyof typeof templates
export const templateNames = Object.keys(templates) as [Template, ...Template[]]
