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
  beyond: m.answers_beyond
}

export const questionLabel = ({ key, label }: { key: string; label?: string | null | undefined }): string =>
  label || usual[key]?.() || key
