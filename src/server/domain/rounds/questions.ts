/** What a round asks per commitment; the words are the interface's. Frozen with the round when it opens. */
export type Question = {
  key: 'degree' | 'done' | 'figures' | 'contributed' | 'learnt' | 'publishable'
  required: boolean
}

export const defaultQuestions: Question[] = [
  { key: 'degree', required: true },
  { key: 'done', required: false },
  { key: 'figures', required: false },
  { key: 'contributed', required: false },
  { key: 'learnt', required: false },
  { key: 'publishable', required: true }
]
