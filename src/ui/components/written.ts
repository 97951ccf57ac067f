import { errorText } from '#ui/words/errors.ts'

/** A form that came back: what was wrong with it, and all that was written; `current` where somebody else was first. */
export type RefusedForm = {
  form: string
  errors: Record<string, string>
  written: Record<string, string | string[]>
  current?: Record<string, unknown>
}
export type FormState = {
  id: string
  refused: boolean
  conflict: boolean
  version: string
  errors: { id: string; text: string }[]
  value(name: string): string
  values(name: string): string[]
  error(name: string): string | undefined
  /** What stands now, where somebody else has made it another than what was written here. */
  theirs(name: string): string | undefined
  /** The same of what is chosen among several. */
  theirChoices(name: string): string[] | undefined
}

const said = (value: unknown): string => {
  if (value === null || value === undefined || value === false) return ''
  if (Array.isArray(value)) return value.join(', ')
  return value === true ? 'yes' : String(value)
}
const same = (one: string, other: string): boolean => one.replace(/\r\n?/g, '\n').trim() === other.trim()

/** What a form shows: what was written in it if it came back, else what stands. */
export function formState(
  id: string,
  form: RefusedForm | null | undefined,
  standing: Record<string, unknown> = {}
): FormState {
  const own = form?.form === id ? form : undefined
  const shown: Record<string, unknown> = own?.written ?? standing
  const values = (name: string) => [shown[name] || []].flat().map(String).filter(Boolean)
  return {
    id,
    refused: own !== undefined,
    conflict: own?.current !== undefined,
    version: said(own?.current?.['version'] ?? shown['version']),
    errors: Object.entries(own?.errors ?? {}).map(([name, code]) => ({ id: name, text: errorText(code) })),
    value: (name) => said(shown[name]),
    values,
    error: (name) => (own?.errors[name] ? errorText(own.errors[name]) : undefined),
    theirs(name) {
      if (!own?.current || !(name in own.current)) return undefined
      const now = said(own.current[name])
      return same(said(own.written[name]), now) ? undefined : now
    },
    theirChoices(name) {
      const now = own?.current?.[name]
      if (!Array.isArray(now)) return undefined
      return new Set(now).symmetricDifference(new Set(values(name))).size === 0 ? undefined : now.map(String)
    }
  }
}

/** A form that the address leads to takes the focus; refused, its summary of what is wrong stands there in its place. */
export const landing = ({ id, errors }: FormState) => (errors.length > 0 ? {} : { id, tabindex: -1 })
