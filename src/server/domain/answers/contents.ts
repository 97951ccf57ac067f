import { choiceToken } from './edits.ts'
import { nothing, textsOf, type Contents, type Field, type Text, type Token, type Who } from './merging.ts'
import type { WrittenAnswer } from './written.ts'

/** One of the texts of a field that has several; chosen by its token. */
export type Choice = { token: string; text: string; by: string | null; at: Date | null }

/** Drafts were once flat, a text per field; those are read as written by nobody known. */
type Stored = WrittenAnswer | ({ format: 2 } & Contents)

export const writeContents = (contents: Contents): string => JSON.stringify({ format: 2, ...contents })

export function readContents(stored: string): Contents {
  const found = JSON.parse(stored) as Stored
  if (found['format'] !== 2) return contentsOf(found as WrittenAnswer)
  const { begun_by, by, fields, devices } = found as Contents
  return { begun_by, by, fields, devices }
}

/** What was received once and goes on from there, or an old draft. */
export const contentsOf = (written: WrittenAnswer): Contents => ({
  ...nothing,
  fields: Object.fromEntries(
    Object.entries(written).map(([name, text]): [string, Field] => [
      name,
      { text, by: null, at: null, revision: 0 }
    ])
  )
})

/** As it stands in its form. */
export const writtenIn = ({ fields }: Contents): WrittenAnswer =>
  Object.fromEntries(Object.entries(fields).flatMap(([name, { text }]) => (text ? [[name, text]] : [])))

/** Who wrote what stands in each field. */
export const writersIn = ({ fields }: Contents): Record<string, { by: Who | null; at: Date | null }> =>
  Object.fromEntries(Object.entries(fields).map(([name, { by, at }]) => [name, { by, at: dateOf(at) }]))

/** Fields with several texts, the one that stands in the form first. */
export const conflictsIn = ({ fields }: Contents, token: Token): Record<string, Choice[]> =>
  Object.fromEntries(
    Object.entries(fields).flatMap(([name, field]) => {
      const choice = ({ text, by, at }: Text): Choice => ({
        ...{ token: choiceToken(token, name, text), text },
        ...{ by: by?.name ?? null, at: dateOf(at) }
      })
      return field.others ? [[name, textsOf(field).map(choice)]] : []
    })
  )

const dateOf = (at: string | null): Date | null => (at ? new Date(at) : null)
