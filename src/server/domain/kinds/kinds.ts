import type { Db } from '#server/platform/db/write.ts'
import { NotFound } from '#server/platform/refusals.ts'

/** A word as sentences need it: "ett dellöfte, dellöftet, dellöften, dellöftena", and its gender. */
export type NounForms = {
  one: string
  theOne: string
  many: string
  theMany: string
  gender: 'neuter' | 'common'
}
/** What a kind calls itself, its commitments and its objectives; per language. */
export type KindWords = Record<'name' | 'commitment' | 'objective', Record<string, NounForms>>

const columns = ['kind.id', 'kind.version', 'kind.code', 'kind.words', 'kind.set_up'] as const

export async function listKinds(db: Db) {
  const kinds = await db.selectFrom('kind').select(columns).orderBy('kind.code').execute()
  return kinds.map(worded)
}

export async function findKind(db: Db, code: string) {
  const kind = await db
    .selectFrom('kind')
    .select(columns)
    .where('kind.code', '=', code)
    .executeTakeFirstOrThrow(() => new NotFound('kind'))
  return worded(kind)
}

/** Only `kinds/changing.ts` writes words, and reads them by their schema first. */
const worded = <K extends { words: unknown }>(kind: K) => ({ ...kind, words: kind.words as KindWords })
