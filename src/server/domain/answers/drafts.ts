import type { Id } from '#server/platform/db/ids.ts'
import type { Draft as DraftTable } from '#server/platform/db/schema.ts'
import type { Db } from '#server/platform/db/write.ts'
import type { Secrets } from '#server/platform/secrets/secrets.ts'
import type { Selectable } from 'kysely'
import type { LinkActor } from '../links/links.ts'
import { mayOpen } from './admission.ts'
import { conflictsIn, readContents, writersIn, writtenIn, type Choice } from './contents.ts'
import { markOf, tokensOf } from './marks.ts'
import type { Contents, Token, Who } from './merging.ts'
import { begunWithPhoto } from './photo-begun.ts'
import { unseal } from './sealing.ts'
import type { WrittenAnswer } from './written.ts'

export type Draft = {
  item: Id
  mark: string
  written: WrittenAnswer
  savedAt: Date
  /** Who began it, and who wrote in it last; null in drafts from before it was kept. */
  begun_by: Who | null
  by: Who | null
  fields: Record<string, { by: Who | null; at: Date | null }>
  /** Fields that two have written without seeing each other's text: all are kept until somebody chooses. */
  conflicts: Record<string, Choice[]>
}
export type Row = Selectable<DraftTable>

export const contentsIn = (secrets: Secrets, row: Row): Contents =>
  readContents(unseal(secrets, { space: row.space_id, draft: row.id }, row))

export const draftOf = (row: Omit<Row, 'salt' | 'sealed'>, contents: Contents, token: Token): Draft => ({
  item: row.item_id,
  mark: markOf(row.id, row.version, contents, token),
  written: writtenIn(contents),
  savedAt: row.saved_at,
  begun_by: contents.begun_by,
  by: contents.by,
  fields: writersIn(contents),
  conflicts: conflictsIn(contents, token)
})

export const rowsOf = (db: Db, { errand }: LinkActor): Promise<Row[]> =>
  db
    .selectFrom('draft')
    .selectAll()
    .where('item_id', 'in', errand.items.length > 0 ? errand.items : [null])
    .where('space_id', '=', errand.space)
    .execute()

async function openAll(db: Db, actor: LinkActor, secrets: Secrets): Promise<Draft[]> {
  const token = tokensOf(secrets)
  return (await rowsOf(db, actor)).map((row) => draftOf(row, contentsIn(secrets, row), token))
}

/** The drafts of the link's own items, as far as its holder may open them. Nobody else has a way to them. */
export const listDrafts = async (db: Db, actor: LinkActor, secrets: Secrets): Promise<Draft[]> =>
  (await openAll(db, actor, secrets)).filter((draft) => mayOpen(actor, draft))

export async function findDraft(db: Db, actor: LinkActor, item: Id, secrets: Secrets): Promise<Draft | null> {
  return (await listDrafts(db, actor, secrets)).find((draft) => draft.item === item) ?? null
}

/** Fields where somebody is to choose between texts first. */
export const undecidedIn = (draft: Pick<Draft, 'conflicts'> | undefined): Record<string, 'two_texts'> =>
  Object.fromEntries(Object.keys(draft?.conflicts ?? {}).map((name) => [name, 'two_texts']))

/** Drafts that others have begun and the link's holder is not let into: that they are there, and whose. */
export async function listBegun(db: Db, actor: LinkActor, secrets: Secrets) {
  if (actor.errand.admitted) return []
  const drafts = await openAll(db, actor, secrets)
  const closed = drafts
    .filter((draft) => !mayOpen(actor, draft))
    .map(({ item, begun_by }) => ({ item, by: begun_by?.name ?? null }))
  return [...closed, ...(await begunWithPhoto(db, actor, secrets))]
}
