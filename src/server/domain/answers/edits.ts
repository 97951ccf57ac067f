import type { Written } from '#server/platform/forms/fields.ts'
import { textsOf, type Contents, type Edit, type Token } from './merging.ts'
import { faultOf, isField, type Fault } from './written.ts'

export type Edits = { edits: Edit[]; refused: Record<string, Fault> }
/** What a device sends: its own texts alone, each with what it was written on, and how many edits it has made. */
export type DeviceEdit = { text: string; base: string[]; n: number; from: number; given?: boolean }

/** Boxes that are ticked or not there at all. */
const ticks = ['no_change']

const tidy = (text: string): string => text.toWellFormed().replace(/\r\n?/g, '\n')

/** What the writer of a form has changed in it: fields that say what they said when it was made are left alone. */
export function editsOfForm(
  form: Written,
  known: Map<string, string>,
  standing: Contents,
  token: Token
): Edits {
  const written: Written = { ...Object.fromEntries(ticks.map((name) => [name, ''])), ...form }
  const found: Edits = { edits: choicesIn(form, standing, token), refused: {} }
  for (const [name, value] of Object.entries(written)) {
    if (!isField(name) || typeof value !== 'string') continue
    const text = tidy(value)
    const base = known.get(name) ?? ''
    if (token(name, text) !== base)
      add(found, { name, text, base: [base], given: isSuggested(name, value, form) })
  }
  return found
}

const isSuggested = (name: string, value: string, form: Written): boolean =>
  name.endsWith('.unit') && form[name.replace(/unit$/, 'suggested')] === value

/** How the token of no text is written in a form. */
const emptyToken = 'empty'
export const choiceToken = (token: Token, name: string, text: string): string =>
  token(name, text) || emptyToken

/** `keep_done` is the token of the text that is to stand, or `written` for what stands in the field; `seen_done` all. */
function choicesIn(form: Written, standing: Contents, token: Token): Edit[] {
  const chosen: Edit[] = []
  for (const [name, field] of Object.entries(standing.fields)) {
    const choice = form[`keep_${name}`]
    if (!choice) continue
    const seen = String(form[`seen_${name}`] ?? '').split(' ')
    const base = seen.map((one) => (one === emptyToken ? '' : one))
    const own = form[name]
    const text =
      choice === 'written'
        ? typeof own === 'string' && !faultOf(own) && tidy(own)
        : textsOf(field).find((one) => choiceToken(token, name, one.text) === choice)?.text
    if (typeof text === 'string') chosen.push({ name, text, base })
  }
  return chosen
}

export function editsOfDevice(sent: Record<string, DeviceEdit>): Edits {
  const found: Edits = { edits: [], refused: {} }
  for (const [name, { text, ...edit }] of Object.entries(sent))
    if (isField(name)) add(found, { name, text: tidy(text), ...edit })
  return found
}

function add(to: Edits, edit: Edit): void {
  const fault = faultOf(edit.text)
  if (fault) to.refused[edit.name] = fault
  else to.edits.push(edit)
}
