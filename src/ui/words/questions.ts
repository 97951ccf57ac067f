import { m } from './messages.ts'

const usual: Record<string, () => string> = {
  degree: m.answers_degree,
  done: m.answers_done,
  figures: m.answers_figures,
  contributed: m.answers_contributed,
  learnt: m.answers_learnt,
  photos: m.preparing_question_photos,
  publishable: m.answers_publishable,
  no_change: m.preparing_question_no_change,
  gave: m.answers_gave,
  next: m.answers_next,
  beyond: m.answers_beyond,
  goes_on: m.carrying_question_goes_on,
  why_not: m.carrying_question_why_not,
  title: m.wording_title,
  wording: m.wording_wording,
  who: m.wording_who,
  place: m.wording_place,
  target_group: m.wording_target_group,
  by_when: m.wording_by_when,
  target_value: m.wording_target_value,
  target_unit: m.wording_target_unit,
  known_by: m.wording_known_by
}

export const questionLabel = ({ key, label }: { key: string; label?: string | null | undefined }): string =>
  label || usual[key]?.() || key

const usualHelp: Record<string, () => string> = {
  goes_on: m.carrying_question_goes_on_help,
  why_not: m.carrying_question_why_not_help,
  title: m.wording_title_help,
  wording: m.wording_wording_help,
  who: m.wording_who_help,
  target_group: m.wording_target_group_help,
  target_value: m.wording_target_value_help,
  target_unit: m.wording_target_unit_help,
  known_by: m.wording_known_by_help
}

type Worded = { key: string; label?: string | null | undefined; help?: string | null | undefined }

/** A question in words of its own has no help but its own. */
export const questionHelp = ({ key, label, help }: Worded): string | undefined =>
  help || (label ? undefined : usualHelp[key]?.())
