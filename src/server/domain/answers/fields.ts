import * as v from 'valibot'
import {
  choice,
  optionalNumber,
  optionalText,
  read,
  text,
  tick,
  type Reading
} from '#server/platform/forms/fields.ts'
import { qualifiers, rules, scopes } from '../figures/summing.ts'
import { rowsOf, type WrittenAnswer } from './written.ts'

export const degrees = [
  'fully',
  'mostly',
  'partly',
  'begun',
  'unstated',
  'not_begun',
  'not_carried_out'
] as const

const counted = {
  unit: text(100),
  rule: v.optional(choice(rules), 'sum'),
  scope: v.optional(choice(scopes), 'this_period')
}
const inWords = v.object({ ...counted, qualifier: v.literal('words'), value: text(100) })
const inNumbers = v.object({
  ...counted,
  qualifier: v.optional(choice(qualifiers), 'exactly'),
  value: v.pipe(optionalNumber(), v.number('required'))
})
export type FigureAnswer = v.InferOutput<typeof inWords> | v.InferOutput<typeof inNumbers>

const answer = v.pipe(
  v.object({
    degree: choice(degrees),
    reason: optionalText(),
    done: optionalText(),
    contributed: optionalText(),
    learnt: optionalText(),
    publishable: v.pipe(
      choice(['yes', 'no']),
      v.transform((said) => said === 'yes')
    ),
    no_change: tick()
  }),
  v.forward(
    v.partialCheck(
      [['degree'], ['reason']],
      ({ degree, reason }) => degree !== 'not_carried_out' || reason !== null,
      'required'
    ),
    ['reason']
  )
)
export type Answer = v.InferOutput<typeof answer> & { figures: FigureAnswer[] }

const mostFigures = 20

/** What can be sent in, or what is wrong with it, by the names of the form's fields. No change carries no figures. */
export function readAnswer(written: WrittenAnswer): Reading<Answer> {
  const reading = read(answer, { ...written, publishable: written['publishable'] || 'yes' })
  const rows = rowsOf(written).slice(0, mostFigures)
  const figures = rows.map(({ row, fields }) => ({ row, reading: readFigure(fields) }))
  const errors = Object.fromEntries(
    figures.flatMap(({ row, reading }) =>
      reading.ok
        ? []
        : Object.entries(reading.errors).map(([field, code]) => [`figures.${row}.${field}`, code])
    )
  )
  if (!reading.ok) return { ok: false, errors: { ...errors, ...reading.errors } }
  if (Object.keys(errors).length > 0) return { ok: false, errors }
  const told = figures.flatMap(({ reading }) => (reading.ok ? [reading.value] : []))
  return { ok: true, value: { ...reading.value, figures: reading.value.no_change ? [] : told } }
}

const readFigure = (fields: Record<string, string>): Reading<FigureAnswer> =>
  fields['qualifier'] === 'words' ? read(inWords, fields) : read(inNumbers, fields)
