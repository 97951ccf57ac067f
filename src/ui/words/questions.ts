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
