import type { BlockKind, Part } from './blocks/kinds.ts'
import type { SettingName } from './settings.ts'

/** What a block begins as: its kind, what its prose is for, and what it is set to. */
type Begun = {
  kind: BlockKind
  part?: Part
  heading?: string
  settings?: Partial<Record<SettingName, string>>
}
/** A block, or some that are repeated for each focus area. */
export type TemplateBlock = Begun | { perFocusArea: readonly Begun[] }
/** `suits`: the kinds of collaboration it is first offered to, by their codes; all of them where absent. */
type UsualTemplate = { suits?: readonly string[]; blocks: readonly TemplateBlock[] }

const prose = (part: Part): Begun => ({ kind: 'prose', part })
const latest = { round: 'latest' }
const thisYear = { round: 'year' }
const programmes = ['area_programme', 'equality_programme', 'network', 'village_council']
programmes.push('action_plan', 'assignment', 'project')

/**
 * Which blocks a new publication begins with, in order: how far all has come by the latest answers of all rounds, and what is
 * told in the latest of them, or in those of the year. Those of an installation's own are rows of the table `template`.
 */
export const templates = {
  /** A promise when its time is out, area by area, as such follow-ups are written. */
  final_follow_up: {
    suits: ['citizen_promise', 'agreement'],
    blocks: [
      prose('introduction'),
      { kind: 'totals' },
      prose('promise'),
      { kind: 'quarter' },
      { kind: 'completion' },
      { perFocusArea: [prose('focus_area'), { kind: 'aims' }, { kind: 'deeds' }, { kind: 'assessment' }] },
      { kind: 'together' },
      { kind: 'figures' },
      { kind: 'not_carried_out' },
      { kind: 'beyond' },
      { kind: 'contribution' },
      { kind: 'assessment', settings: { objective: 'whole' } },
      prose('closing'),
      { kind: 'carried_over' },
      { kind: 'next_period' },
      { kind: 'parties' },
      { kind: 'documents' },
      { kind: 'annexes' }
    ]
  },
  /** A programme halfway through its year: what is new, and what goes on. */
  half_year: {
    suits: programmes,
    blocks: [
      prose('summary'),
      { kind: 'totals' },
      { kind: 'quarter' },
      { kind: 'changes', settings: { since: 'report' } },
      { kind: 'completion' },
      { kind: 'deeds', settings: { ...latest, told: 'brief' } },
      { kind: 'figures', settings: latest },
      { kind: 'not_carried_out', settings: latest },
      { kind: 'ongoing' },
      { kind: 'parties', settings: { ...latest, shown: 'moves' } },
      prose('ahead'),
      { kind: 'annexes' }
    ]
  },
  /** A programme's year: what was done and learnt in it, and what was made of that together. */
  annual: {
    suits: programmes,
    blocks: [
      prose('summary'),
      { kind: 'totals' },
      prose('background'),
      { kind: 'quarter' },
      { kind: 'completion' },
      {
        perFocusArea: [
          prose('focus_area'),
          { kind: 'aims' },
          { kind: 'deeds', settings: thisYear },
          { kind: 'assessment' }
        ]
      },
      { kind: 'together', settings: thisYear },
      { kind: 'figures', settings: thisYear },
      { kind: 'not_carried_out', settings: thisYear },
      { kind: 'beyond', settings: thisYear },
      { kind: 'contribution', settings: thisYear },
      { kind: 'learning', settings: thisYear },
      { kind: 'assessment', settings: { objective: 'whole' } },
      { kind: 'changes', settings: { since: 'report' } },
      prose('ahead'),
      { kind: 'parties', settings: thisYear },
      { kind: 'decisions', settings: { decided: 'collaboration' } },
      { kind: 'documents' },
      { kind: 'annexes' }
    ]
  },
  /** "Vad har vi gjort? Vad är på gång?", as Jämlikt Norra Hisingen tells it: what there is, whether followed up or not. */
  local_overview: {
    suits: ['equality_programme', 'network', 'village_council', 'meeting_place', 'body'],
    blocks: [
      prose('introduction'),
      { kind: 'quarter' },
      { kind: 'ongoing', settings: { stages: 'done' } },
      { kind: 'ongoing' },
      { kind: 'learning' },
      prose('reflections'),
      { kind: 'parties' }
    ]
  },
  /** One page for those who decide, which is also the cover of a board's paper (tjänsteskrivelse). */
  brief: {
    blocks: [
      prose('summary'),
      prose('proposal_for_decision'),
      { kind: 'totals', settings: { stands: 'opening' } },
      { kind: 'completion' },
      {
        kind: 'deeds',
        settings: { extent: 'highlights', told: 'brief', most: '5' }
      },
      prose('background'),
      { kind: 'annexes' }
    ]
  }
} as const satisfies Record<string, UsualTemplate>

export type Template = keyof typeof templates
export const templateNames = Object.keys(templates) as [Template, ...Template[]]
export const isUsual = (code: string): code is Template => Object.hasOwn(templates, code)

/** These tell a part; every other, an installation's own too, is a report of the whole. */
export const partial: readonly string[] = ['brief', 'local_overview'] satisfies Template[]
export const tellsWhole = (code: string): boolean => !partial.includes(code)

/** Those that suit a kind of collaboration first, the rest after. */
export function templatesFor(kind: string): Template[] {
  const suits = (name: Template) => {
    const { suits: kinds }: UsualTemplate = templates[name]
    return kinds?.includes(kind) ?? false
  }
  return templateNames.toSorted((one, other) => Number(suits(other)) - Number(suits(one)))
}
