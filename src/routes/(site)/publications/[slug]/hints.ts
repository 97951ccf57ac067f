import { m } from '#ui/words/messages.ts'
import type { Part } from '#ui/paper/report.ts'

const hints: Record<Part, () => string> = {
  introduction: m.publications_hint_introduction,
  promise: m.publications_hint_promise,
  focus_area: m.publications_hint_focus_area,
  closing: m.publications_hint_closing,
  summary: m.blocks_hint_summary,
  proposal_for_decision: m.blocks_hint_proposal_for_decision,
  background: m.blocks_hint_background,
  reflections: m.blocks_hint_reflections,
  ahead: m.blocks_hint_ahead
}

/** What is to be written in a part of the report; a text of one's own has no hint. */
export const hintOf = (part: Part | null): string | undefined => (part ? hints[part]() : undefined)
