import { newId, type Id } from './db/ids.ts'
import type { Tx } from './db/write.ts'

export type Subject = { kind: string; id: Id }

/** Records what happened: a code and its parameters, never a sentence. The actor is the transaction's. */
export async function recordFact(
  tx: Tx,
  code: string,
  subject: Subject,
  parameters: Record<string, string | number | boolean | null> = {}
): Promise<void> {
  await tx
    .insertInto('fact')
    .values({ id: newId(), code, subject_kind: subject.kind, subject_id: subject.id, parameters })
    .execute()
}
