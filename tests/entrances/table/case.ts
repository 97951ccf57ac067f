import type { Known } from '../known.ts'
import type { Expected } from '../roles.ts'

export type Body = Record<string, string | string[]>
/** One way in: an address, what is sent there, and what each role gets. */
export type Case = {
  path: string | ((known: Known) => string)
  body?: (known: Known) => Body
  gets: Expected
}
export type Table = Record<string, Case | Case[]>

/** Fields of a row as a form writes them. */
export function fieldsOf(row: Record<string, unknown>, ...names: string[]): Body {
  return Object.fromEntries(
    names.map((name) => [name, Array.isArray(row[name]) ? row[name].join(', ') : String(row[name] ?? '')])
  )
}
