import * as v from 'valibot'
import type { Degree } from '#server/platform/db/schema.ts'
import {
  choice,
  optionalNumber,
  optionalText,
  read,
  text,
  tick,
  type FieldError,
  type Reading
} from '#server/platform/forms/fields.ts'
import { qualifiers, rules, scopes } from '../figures/summing.ts'
import { usual, type Asked } from './asked.ts'
import { readOwnAnswers, type OwnAnswers } from './own-answers.ts'
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

const promise = v.pipe(
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
type OfPromise = v.InferOutput<typeof promise>
/** What is received. A party's answer for itself has no degree, and is not shown to residents. */
export type Answer = Omit<OfPromise, 'degree'> & {
  degree: Degree | null
  figures: FigureAnswer[]
  /** To the round's own questions, by their keys. */
  answers: OwnAnswers
}

const mostFigures = 20
const nothing = { degree: null, reason: null, done: null, contributed: null, learnt: null }

/**
 * What can be sent in, or what is wrong with it, by the names of the form's fields. What was not asked is left out. No
 * change carries no figures, and is one only where the degree is that of last time.
 */
export function readAnswer(written: WrittenAnswer, asked: Asked = usual): Reading<Answer> {
  if (asked.about !== 'commitment') return readOwnOnly(written, asked)
  const reading = read(promise, publishableOf(written, asked))
  const figures = readFigures(asked.builtIn.figures ? written : {})
  const noChange = isNoChange(written, asked)
  const own = readOwnAnswers(written, noChange ? optional(asked) : asked)
  const errors = {
    ...(figures.ok || noChange ? {} : figures.errors),
    ...(own.ok ? {} : own.errors),
    ...(reading.ok ? {} : reading.errors)
  }
  if (!reading.ok || !own.ok || Object.keys(errors).length > 0) return { ok: false, errors }
  const told = figures.ok && !noChange ? figures.value : []
  const answer = {
    ...onlyAsked(reading.value, asked),
    no_change: noChange,
    figures: told,
    answers: own.value
  }
  const lacks = noChange ? {} : lacksIn(answer, asked)
  return Object.keys(lacks).length > 0 ? { ok: false, errors: lacks } : { ok: true, value: answer }
}

function readOwnOnly(written: WrittenAnswer, asked: Asked): Reading<Answer> {
  const own = readOwnAnswers(written, asked)
  if (!own.ok) return own
  const answer = { ...nothing, publishable: false, no_change: false, figures: [], answers: own.value }
  return { ok: true, value: answer }
}

const optional = (asked: Asked): Asked => ({
  ...asked,
  own: asked.own.map((question) => ({ ...question, required: false }))
})

const publishableOf = (written: WrittenAnswer, asked: Asked): WrittenAnswer => ({
  ...written,
  publishable: (asked.builtIn.publishable && written['publishable']) || 'yes'
})

const isNoChange = (written: WrittenAnswer, { builtIn, last }: Asked): boolean =>
  Boolean(builtIn.no_change && written['no_change'] && last && written['degree'] === last)

const askedTexts = ['done', 'contributed', 'learnt'] as const

const onlyAsked = (told: OfPromise, { builtIn }: Asked): OfPromise => ({
  ...told,
  ...Object.fromEntries(askedTexts.filter((key) => !builtIn[key]).map((key) => [key, null]))
})

/** Nobody can tell what they did of what they have not begun. */
function lacksIn(answer: Answer, { builtIn }: Asked): Record<string, FieldError> {
  if (answer.degree === 'not_begun' || answer.degree === 'not_carried_out') return {}
  const lacks: Record<string, FieldError> = {}
  for (const key of askedTexts) if (builtIn[key]?.required && answer[key] === null) lacks[key] = 'required'
  if (builtIn.figures?.required && answer.figures.length === 0) lacks['figures.0.value'] = 'required'
  return lacks
}

function readFigures(written: WrittenAnswer): Reading<FigureAnswer[]> {
  const rows = rowsOf(written).slice(0, mostFigures)
  const figures = rows.map(({ row, fields }) => ({ row, reading: readFigure(fields) }))
  const errors = Object.fromEntries(
    figures.flatMap(({ row, reading }) =>
      reading.ok
        ? []
        : Object.entries(reading.errors).map(([field, code]) => [`figures.${row}.${field}`, code])
    )
  )
  if (Object.keys(errors).length > 0) return { ok: false, errors }
  return { ok: true, value: figures.flatMap(({ reading }) => (reading.ok ? [reading.value] : [])) }
}

const readFigure = (fields: Record<string, string>): Reading<FigureAnswer> =>
  fields['qualifier'] === 'words' ? read(inWords, fields) : read(inNumbers, fields)
