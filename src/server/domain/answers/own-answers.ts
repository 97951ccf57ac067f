import * as v from 'valibot'
import {
  optionalDay,
  optionalNumber,
  optionalText,
  read,
  type FieldError,
  type Reading
} from '#server/platform/forms/fields.ts'
import type { Asked, OwnQuestion } from './asked.ts'
import type { WrittenAnswer } from './written.ts'

/** To a round's own questions, by their keys; those left out are not among them. */
export type OwnAnswers = Record<string, string | number | boolean>

const chosen = (options: string[]) =>
  v.pipe(
    optionalText(),
    v.check((value) => value === null || options.includes(value), 'not_a_choice')
  )
const yesOrNo = v.pipe(
  chosen(['yes', 'no']),
  v.transform((said) => (said === null ? null : said === 'yes'))
)

const schemaOf = ({ type, options, longest }: OwnQuestion) => {
  if (type === 'choice') return chosen(options)
  if (type === 'number') return optionalNumber()
  if (type === 'day') return optionalDay()
  return type === 'yes_no' ? yesOrNo : optionalText(longest)
}

/** The name of the field where a question is answered. */
export const fieldOf = ({ key }: Pick<OwnQuestion, 'key'>): string => `answers.${key}`

export function readOwnAnswers(written: WrittenAnswer, { own }: Pick<Asked, 'own'>): Reading<OwnAnswers> {
  const errors: Record<string, FieldError> = {}
  const answers: OwnAnswers = {}
  for (const question of own) {
    const field = fieldOf(question)
    const reading = read(v.object({ value: schemaOf(question) }), { value: written[field] })
    if (!reading.ok) errors[field] = reading.errors['value'] ?? 'unknown'
    else if (reading.value.value !== null) answers[question.key] = reading.value.value
    else if (question.required) errors[field] = 'required'
  }
  return Object.keys(errors).length > 0 ? { ok: false, errors } : { ok: true, value: answers }
}
