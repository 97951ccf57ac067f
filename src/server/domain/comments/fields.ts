import * as v from 'valibot'
import {
  choice,
  day,
  id,
  mail,
  optionalId,
  optionalText,
  read,
  text,
  version
} from '#server/platform/forms/fields.ts'

export const commentKinds = ['comment', 'objection'] as const
export type CommentKind = (typeof commentKinds)[number]
export const wordsLength = 2000

const said = {
  kind: choice(commentKinds),
  text: text(wordsLength),
  instead: optionalText(wordsLength)
}
/**
 * `id` is made with the form, so that a form sent twice is one comment. `about` is what the section was called then; without
 * a block it is about the whole.
 */
export const newComment = v.object({
  ...said,
  id: optionalId(),
  block: optionalId(),
  about: optionalText(200)
})
export const changedComment = v.object({ ...said, comment: id(), version: version() })
export const ofComment = v.object({ comment: id() })
export const settling = v.object({ comment: id(), answer: text(wordsLength) })

export const ofReader = v.object({ reader: id() })
const person = { name: text(), mail: mail() }
/** Another name or address for somebody who has been asked. */
export const mendedReader = v.object({ reader: id(), ...person })
const letter = v.object({ words: text(wordsLength), due_on: day() })
const asked = v.object({ ...person, organisation: optionalId() })
export type Asked = v.InferOutput<typeof asked>
export type Asking = v.InferOutput<typeof letter> & { people: Asked[] }

/** One mail each is sent to; no form asks more at a time. */
const mostRows = 300
const rowFields = ['name', 'mail', 'organisation'] as const
type Form = Record<string, unknown>

const isWritten = (value: unknown): boolean => typeof value === 'string' && value.trim() !== ''

/** A row that is ticked, or one without anything to tick that somebody has begun to write. */
const isAsked = (form: Form, n: number): boolean =>
  isWritten(form[`chosen.${n}`]) ||
  (isWritten(form[`free.${n}`]) && (isWritten(form[`name.${n}`]) || isWritten(form[`mail.${n}`])))

/** Whom to ask, in rows of `name.n`, `mail.n` and `organisation.n`; what is wrong by the names of the form. */
function readRows(form: Form): { people: Asked[]; errors: Record<string, string> } {
  const people: Asked[] = []
  const errors: Record<string, string> = {}
  for (let n = 0; n < mostRows; n += 1) {
    if (!isAsked(form, n)) continue
    const reading = read(asked, Object.fromEntries(rowFields.map((field) => [field, form[`${field}.${n}`]])))
    if (reading.ok) people.push(reading.value)
    else for (const [field, code] of Object.entries(reading.errors)) errors[`${field}.${n}`] = code
  }
  return { people, errors }
}

/** What the mail says, by when they should have read, and whom it goes to. */
export const asking = v.pipe(
  v.record(v.string(), v.unknown()),
  v.rawTransform(({ dataset, addIssue, NEVER }): Asking => {
    const form = dataset.value
    const worded = read(letter, form)
    const { people, errors } = readRows(form)
    const nobody = people.length === 0 && Object.keys(errors).length === 0 ? { people: 'nobody_asked' } : {}
    const wrong = Object.entries({ ...nobody, ...errors, ...(worded.ok ? {} : worded.errors) })
    for (const [key, message] of wrong)
      addIssue({ message, path: [{ type: 'object', origin: 'value', input: form, key, value: form[key] }] })
    return worded.ok && wrong.length === 0 ? { ...worded.value, people } : NEVER
  })
)
export type NewComment = v.InferOutput<typeof newComment>
export type ChangedComment = v.InferOutput<typeof changedComment>
