import type { partyRoles } from '../parties/fields.ts'

/** Asked of each commitment, of each party once, or about the collaboration, of those with a certain role in it. */
export const levels = ['commitment', 'party', 'collaboration'] as const
/** What a promise is worded by is asked as well, but nobody changes those questions. */
export type AskedLevel = Level | 'promise'
export const answerTypes = ['text', 'choice', 'number', 'yes_no'] as const
export type Level = (typeof levels)[number]
export type AnswerType = (typeof answerTypes)[number]

/** What a round asks. Without a label it is one of the usual, and the words are the interface's. Frozen when it opens. */
export type Question = {
  key: string
  level: AskedLevel
  /** Built in: answered in a way of its own, such as by houses. */
  type: AnswerType | 'day' | 'built_in'
  label?: string
  help?: string
  required: boolean
  /** The most characters of a text, where they are fewer than usual. */
  longest?: number
  /** What can be chosen. */
  options?: string[]
  /** Which role is asked about the collaboration. */
  role?: (typeof partyRoles)[number]
}

const usual = (key: string, level: Level, required = false): Question => ({
  ...{ key, level, required },
  type: level === 'commitment' ? 'built_in' : 'text'
})

/** Of each commitment. How it went is always asked. */
export const commitmentQuestions: Question[] = [
  usual('degree', 'commitment', true),
  usual('done', 'commitment'),
  usual('figures', 'commitment'),
  usual('contributed', 'commitment'),
  usual('learnt', 'commitment'),
  usual('photos', 'commitment'),
  usual('publishable', 'commitment', true),
  usual('no_change', 'commitment')
]
/** Of each party once: what the collaboration gave, what should go into the next, and what they did that nobody promised. */
const partyQuestions: Question[] = [usual('gave', 'party'), usual('next', 'party'), usual('beyond', 'party')]
export const usualQuestions: Question[] = [...commitmentQuestions, ...partyQuestions]

/** As they are kept with a round. Those of before there were levels are about commitments. */
export const questionsOf = (kept: unknown): Question[] =>
  (kept as (Pick<Question, 'key' | 'required'> & Partial<Question>)[]).map((question) => ({
    level: 'commitment',
    type: 'built_in',
    ...question
  }))

export const questionsAt = (questions: Question[], level: AskedLevel): Question[] =>
  questions.filter((question) => question.level === level)
