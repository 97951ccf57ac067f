import { newId, type Id } from './db/ids.ts'
import { insertMany } from './db/many.ts'
import type { Tx } from './db/write.ts'

export type Subject = { kind: string; id: Id }
type Parameters = Record<string, string | number | boolean | null>

/** Records what happened: a code and its parameters, never a sentence. The actor is the transaction's. */
export const recordFact = (
  tx: Tx,
  code: string,
  subject: Subject,
  parameters: Parameters = {}
): Promise<void> => recordFacts(tx, code, [{ subject, parameters }])

/** The same of many at once: a fact each. */
export const recordFacts = (
  tx: Tx,
  code: string,
  told: { subject: Subject; parameters: Parameters }[]
): Promise<void> =>
  insertMany(
    tx,
    'fact',
    told.map(({ subject, parameters }) => ({
      ...{ id: newId(), code, subject_kind: subject.kind, subject_id: subject.id },
      parameters
    }))
  )
