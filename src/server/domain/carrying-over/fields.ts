import * as v from 'valibot'
import {
  choice,
  day,
  id,
  inOrder,
  optionalDay,
  optionalId,
  optionalNumber,
  optionalText,
  periodFields,
  text,
  titleLength,
  version
} from '#server/platform/forms/fields.ts'
import { reaches } from '../people/reach.ts'

/** What may be chosen for a commitment. Whoever is asked has not been decided about yet. */
export const choices = ['continue', 'change', 'make_concrete', 'end', 'ask'] as const
export type Choice = (typeof choices)[number]

/** What the choice was made from: the commitment's version, and the number of its wording. */
const mark = v.pipe(v.string('unknown'), v.regex(/^\d{1,9}:\d{1,9}$/, 'unknown'))
export const markOf = ({ version, wording_number }: { version: number; wording_number: number }): string =>
  `${version}:${wording_number}`

const positive = v.pipe(
  optionalNumber(),
  v.check((value) => value === null || value > 0, 'not_a_number')
)
const written = v.object({
  commitment: id(),
  seen: mark,
  /** Of the choice that stands; 0 where there is none. */
  version: version(),
  choice: choice(choices),
  reason: optionalText(1000),
  title: optionalText(titleLength),
  wording: optionalText(),
  lead_id: optionalId(),
  responsible: optionalText(200),
  target_group: optionalText(300),
  to_day: optionalDay(),
  target_value: positive,
  target_unit: optionalText(80)
})
type Written = v.InferOutput<typeof written>

const isReworded = ({ choice }: Pick<Written, 'choice'>): boolean =>
  choice === 'change' || choice === 'make_concrete'
const concrete = ['responsible', 'target_group', 'to_day', 'target_value', 'target_unit'] as const
const reworded = ['title', 'wording', 'lead_id', ...concrete] as const

/** What was written for another choice than the one that was made is not kept. */
function onlyChosen(form: Written): Written {
  const dropped = new Set<string>([
    ...(form.choice === 'end' ? [] : ['reason']),
    ...(isReworded(form) ? (form.choice === 'change' ? concrete : []) : reworded)
  ])
  const kept = Object.entries(form).map(([name, value]) => [name, dropped.has(name) ? null : value])
  return Object.fromEntries(kept) as Written
}

export const newChoice = v.pipe(
  written,
  v.transform(onlyChosen),
  v.forward(
    v.partialCheck(
      [['choice'], ['reason']],
      ({ choice, reason }) => choice !== 'end' || reason !== null,
      'required'
    ),
    ['reason']
  ),
  v.forward(
    v.partialCheck([['choice'], ['title']], (form) => !isReworded(form) || form.title !== null, 'required'),
    ['title']
  ),
  v.forward(
    v.partialCheck(
      [['target_value'], ['target_unit']],
      (form) => form.target_value === null || form.target_unit !== null,
      'required'
    ),
    ['target_unit']
  ),
  v.transform(({ target_value, target_unit, ...form }) => ({
    ...form,
    target_value,
    target_unit: target_value === null ? null : target_unit
  }))
)
export type NewChoice = v.InferOutput<typeof newChoice>

/** The same choice for many: each as `id:version:wording`, as it was seen. */
const seenOne = v.pipe(
  v.string('unknown'),
  v.regex(/^[0-9a-f-]{36}:\d{1,9}:\d{1,9}$/, 'unknown'),
  v.transform((said) => {
    const [commitment = '', ...seen] = said.split(':')
    return { commitment, seen: seen.join(':') }
  }),
  v.check(({ commitment }) => v.is(id(), commitment), 'unknown')
)
export const choiceForMany = v.pipe(
  v.object({
    seen_ids: v.optional(v.array(seenOne), []),
    choice: choice(['continue', 'end', 'ask']),
    reason: optionalText(1000)
  }),
  v.forward(
    v.partialCheck(
      [['choice'], ['reason']],
      ({ choice, reason }) => choice !== 'end' || reason !== null,
      'required'
    ),
    ['reason']
  )
)
export type ChoiceForMany = v.InferOutput<typeof choiceForMany>

export const undoneChoice = v.object({ commitment: id(), version: version() })
export type UndoneChoice = v.InferOutput<typeof undoneChoice>

/** Where nothing alike is found: another that takes its place, the same once more, or none. */
const place = v.pipe(
  v.string('not_a_choice'),
  v.check((said) => said === 'same' || said === 'none' || v.is(id(), said), 'not_a_choice')
)
const isPlace = (name: string) => /^(objective|lead)_[0-9a-f-]{36}$/.test(name)
/** `objective_<id>` and `lead_<id>`, for those that were asked about. Not yet chosen is left out. */
export const answeredPlaces = v.pipe(
  v.record(v.string(), v.unknown()),
  v.transform((form) => Object.fromEntries(Object.entries(form).filter(([name, to]) => isPlace(name) && to))),
  v.record(v.string(), place)
)
export type AnsweredPlaces = v.InferOutput<typeof answeredPlaces>

export const newSuccessor = v.pipe(
  v.object({ id: id(), kind_id: id(), name: text(), ...periodFields, reach: choice(reaches) }),
  inOrder()
)
export type NewSuccessor = v.InferOutput<typeof newSuccessor>

/** What those who are asked get: by when, and in the coordinator's own words. `from_day` is the day it is sent. */
export const askingOn = v.pipe(
  v.object({ name: text(), from_day: day(), due_on: day(), invitation: optionalText(2000) }),
  v.forward(
    v.partialCheck([['from_day'], ['due_on']], ({ from_day, due_on }) => from_day <= due_on, 'wrong_order'),
    ['due_on']
  )
)
export type AskingOn = v.InferOutput<typeof askingOn>
