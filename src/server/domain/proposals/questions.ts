import { titleLength } from '#server/platform/forms/fields.ts'
import type { Question } from '../rounds/questions.ts'

const ask = (key: string, type: Question['type'], rest: Partial<Question> = {}): Question => ({
  ...{ key, type, level: 'promise', required: false },
  ...rest
})

/**
 * What a party is asked about a promise it words: its own words, and what makes it possible to follow up (who, where,
 * for whom, by when, how will we know). Only the title and the wording must be there. The words of the questions are the
 * interface's. `places` are the areas to choose among.
 */
export const promiseQuestions = (places: string[]): Question[] => [
  ask('title', 'text', { required: true, longest: titleLength }),
  ask('wording', 'text', { required: true }),
  ask('who', 'text', { longest: 200 }),
  ...(places.length > 1 ? [ask('place', 'choice', { options: places })] : []),
  ask('target_group', 'text', { longest: 300 }),
  ask('by_when', 'day'),
  ask('target_value', 'number'),
  ask('target_unit', 'text', { longest: 80 }),
  ask('known_by', 'text', { longest: 1000 })
]

/** The same of what was promised in the period before, and first of all whether it goes on. */
export const nextPeriodQuestions: Question[] = [
  ask('goes_on', 'yes_no', { required: true }),
  ask('why_not', 'text', { longest: 1000 }),
  ...promiseQuestions([])
]
