import * as v from 'valibot'
import {
  choice,
  day,
  id,
  ids,
  mail,
  optionalChoice,
  optionalClock,
  optionalDay,
  optionalId,
  optionalText,
  text,
  tick,
  version
} from '#server/platform/forms/fields.ts'
import { partyRoles } from '../parties/fields.ts'
import { answerTypes, levels } from './questions.ts'

/** Days before (negative) and after the last day when those with something left can be reminded. */
export const remindChoices = [-14, -7, -3, -1, 0, 3, 7] as const

const remindDays = () =>
  v.pipe(
    v.optional(v.union([v.string(), v.array(v.string())]), []),
    v.transform((written) => [written].flat().filter(Boolean).map(Number)),
    v.check((days) => days.every((one) => remindChoices.some((choice) => choice === one)), 'not_a_choice'),
    v.transform((days) => remindChoices.filter((choice) => days.includes(choice)))
  )

const clock = () =>
  v.pipe(
    optionalClock(),
    v.transform((written) => written ?? '08:00')
  )

const times = { name: text(), from_day: day(), to_day: day(), due_on: day() }
type Times = { from_day: string; to_day: string; due_on: string }

const inOrder = <T extends Times>() =>
  v.rawCheck<T>(({ dataset, addIssue }) => {
    if (!dataset.typed) return
    const { from_day, to_day, due_on } = dataset.value
    const wrong = (key: 'to_day' | 'due_on', value: string) =>
      addIssue({
        message: 'wrong_order',
        path: [{ type: 'object', origin: 'value', input: dataset.value, key, value }]
      })
    if (from_day > to_day) wrong('to_day', to_day)
    if (from_day > due_on) wrong('due_on', due_on)
  })

export const newRound = v.pipe(v.object(times), inOrder())
/** While it is prepared. Without a day it opens when somebody opens it. */
export const changedRound = v.pipe(
  v.object({
    ...times,
    opens_on: optionalDay(),
    opens_clock: clock(),
    remind_days: remindDays(),
    version: version()
  }),
  inOrder()
)
/** When it is open. */
export const changedDue = v.object({ due_on: day(), remind_days: remindDays(), version: version() })
export const changedLetters = v.object({
  invitation: optionalText(2000),
  reminder: optionalText(2000),
  version: version()
})

/** One on each line. */
const options = () =>
  v.pipe(
    optionalText(2000),
    v.transform((written) => [
      ...new Set((written ?? '').split('\n').flatMap((line) => (line.trim() ? [line.trim()] : [])))
    ]),
    v.check((lines) => lines.every((line) => line.length <= 200), 'too_long')
  )
const asked = {
  level: choice(levels),
  type: choice(answerTypes),
  label: text(),
  help: optionalText(500),
  required: tick(),
  options: options(),
  role: optionalChoice(partyRoles),
  version: version()
}
type Asked = { type: string; level: string; options: string[]; role: string | null }
const enough = <T extends Asked>() =>
  v.rawCheck<T>(({ dataset, addIssue }) => {
    if (!dataset.typed) return
    const input = dataset.value
    const lacks = (key: 'options' | 'role', message: string) =>
      addIssue({ message, path: [{ type: 'object', origin: 'value', input, key, value: input[key] }] })
    if (input.type === 'choice' && input.options.length < 2) lacks('options', 'too_few')
    if (input.level === 'collaboration' && !input.role) lacks('role', 'required')
  })
export const newQuestion = v.pipe(v.object(asked), enough())
export const changedQuestion = v.pipe(v.object({ ...asked, key: text(60) }), enough())
/** One of the usual, in other words; without any it has its usual ones. */
export const relabelledQuestion = v.object({
  key: text(60),
  label: optionalText(200),
  help: optionalText(500),
  required: tick(),
  version: version()
})
export const chosenQuestion = v.object({ key: text(60), version: version() })
export const movedQuestion = v.object({ key: text(60), way: choice(['up', 'down']), version: version() })

export const newResponder = v.object({ name: text(), mail: mail() })
export const exemption = v.object({ reason: optionalText(500) })
/** Without a day the party has as long as the others. */
export const longer = v.object({ due_on: optionalDay() })
export const handing = v.object({ organisation_id: id(), reason: optionalText(500) })
/** Without an organisation those who carry them answer. */
export const moreCommitments = v.object({ commitment_ids: ids(), organisation_id: optionalId() })
export const moreParty = v.object({ organisation_id: id() })

export type NewRound = v.InferOutput<typeof newRound>
export type ChangedRound = v.InferOutput<typeof changedRound>
export type ChangedDue = v.InferOutput<typeof changedDue>
export type ChangedLetters = v.InferOutput<typeof changedLetters>
export type NewQuestion = v.InferOutput<typeof newQuestion>
export type ChangedQuestion = v.InferOutput<typeof changedQuestion>
export type RelabelledQuestion = v.InferOutput<typeof relabelledQuestion>
export type NewResponder = v.InferOutput<typeof newResponder>
export type Handing = v.InferOutput<typeof handing>
export type MoreCommitments = v.InferOutput<typeof moreCommitments>
