import { now } from '#server/platform/clock.ts'
import { newId, type Id } from '#server/platform/db/ids.ts'
import type { Draft as DraftTable } from '#server/platform/db/schema.ts'
import type { Db, Tx } from '#server/platform/db/write.ts'
import type { Written } from '#server/platform/forms/fields.ts'
import { Invalid } from '#server/platform/refusals.ts'
import type { Secrets } from '#server/platform/secrets/secrets.ts'
import type { Selectable } from 'kysely'
import type { LinkActor } from '../links/links.ts'
import { mayOpen } from './admission.ts'
import {
  conflictsIn,
  contentsOf,
  readContents,
  writeContents,
  writersIn,
  writtenIn,
  type Choice
} from './contents.ts'
import { editsOfDevice, editsOfForm, type DeviceEdit, type Edits } from './edits.ts'
import { findItem, isSent, type Item } from './items.ts'
import { changedSince, knownBy, markOf, tokensOf, versionIn } from './marks.ts'
import { begunWithPhoto } from './photo-begun.ts'
import { merge, type Contents, type Token, type Who } from './merging.ts'
import { returnedAnswer } from './returned.ts'
import { seal, unseal } from './sealing.ts'
import { requireWriter } from './writers.ts'
import { isBlank, type Fault, type WrittenAnswer } from './written.ts'

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
type Row = Selectable<DraftTable>

/** Far more than any form holds. It is opened whole each time somebody of the party looks. */
const longestDraft = 4_000_000

const contentsIn = (secrets: Secrets, row: Row): Contents =>
  readContents(unseal(secrets, { space: row.space_id, draft: row.id }, row))

const draftOf = (row: Omit<Row, 'salt' | 'sealed'>, contents: Contents, token: Token): Draft => ({
  item: row.item_id,
  mark: markOf(row.id, row.version, contents, token),
  written: writtenIn(contents),
  savedAt: row.saved_at,
  begun_by: contents.begun_by,
  by: contents.by,
  fields: writersIn(contents),
  conflicts: conflictsIn(contents, token)
})

const rowsOf = (db: Db, { errand }: LinkActor): Promise<Row[]> =>
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

export type DraftToSave = { item: Id; mark: string; written: Written }
/** `since` is the version that the device heard of last. */
export type DeviceDraft = { item: Id; device: string; since: string; edits: Record<string, DeviceEdit> }
export type SavedDraft = {
  mark: string
  savedAt: Date | null
  /** Fields that hold what may not be kept: they stand as they did. */
  refused: Record<string, Fault>
  conflicts: Draft['conflicts']
}

/**
 * Saves what stands in a form as a draft, finished or not: the fields that its writer has changed since `mark`. What
 * another has changed meanwhile stands; where both have changed the same, both texts are kept (`conflicts`).
 * @throws NotFound for items of others; Invalid `form: round_closed | already_sent | not_admitted`.
 */
export async function saveDraft(
  tx: Tx,
  actor: LinkActor,
  { item, mark, written }: DraftToSave,
  secrets: Secrets
): Promise<SavedDraft> {
  const standing = await standingOf(tx, actor, item, secrets)
  const known = knownBy(mark || standing.receivedMark)
  const edits = editsOfForm(written, known, standing.contents, standing.token)
  const { mark: after, savedAt, refused, conflicts } = await save(tx, actor, standing, edits, secrets)
  return { mark: after, savedAt, refused, conflicts }
}

export type MergedDraft = SavedDraft & {
  version: string
  /** What the texts that came are known by now. */
  tokens: Record<string, string>
  changes: ReturnType<typeof changedSince>
}

/** The same of what a device has kept meanwhile, as often as it comes: what was heard once is not heard again. */
export async function mergeDraft(
  tx: Tx,
  actor: LinkActor,
  { item, device, since, edits: sent }: DeviceDraft,
  secrets: Secrets
): Promise<MergedDraft> {
  const standing = await standingOf(tx, actor, item, secrets)
  const { token, receivedMark } = standing
  const { edits, refused } = editsOfDevice(sent)
  const received = knownBy(receivedMark)
  // Whoever had no draft before them had what was returned.
  for (const { name, base } of edits) if (base.includes('')) base.push(received.get(name) ?? '')
  const { contents, ...saved } = await save(tx, actor, standing, { edits, refused }, secrets, device)
  const tokens = Object.fromEntries(edits.map(({ name, text }) => [name, token(name, text)]))
  const changes = changedSince(since, saved.mark, contents, token)
  return { ...saved, version: versionIn(saved.mark), tokens, changes }
}

type Standing = {
  item: Item
  row: Row | undefined
  contents: Contents
  /** What a form is made from where there is no draft. */
  receivedMark: string
  token: Token
}

/**
 * Saving and sending in of one space wait for each other; the round can't close in between.
 * @throws NotAllowed for a link to read; NotFound for items of others; Invalid `form: round_closed | already_sent`.
 */
export async function writableItem(tx: Tx, actor: LinkActor, id: Id): Promise<Item> {
  requireWriter(actor)
  await findItem(tx, actor, id)
  await lockSpace(tx, actor)
  const item = await findItem(tx, actor, id)
  if (isSent(item)) throw new Invalid({ form: 'already_sent' })
  return item
}

async function standingOf(tx: Tx, actor: LinkActor, id: Id, secrets: Secrets): Promise<Standing> {
  const item = await writableItem(tx, actor, id)
  const token = tokensOf(secrets)
  const row = (await rowsOf(tx, actor)).find(({ item_id }) => item_id === id)
  const returned = contentsOf((await returnedAnswer(tx, item)) ?? {})
  const contents = row ? contentsIn(secrets, row) : returned
  const begun = await listBegun(tx, actor, secrets)
  if (begun.some((one) => one.item === id)) throw new Invalid({ form: 'not_admitted' })
  return { item, row, contents, receivedMark: markOf('', 0, returned, token), token }
}

/** @throws Invalid `form: round_closed`. */
export async function lockSpace(tx: Tx, actor: LinkActor): Promise<void> {
  await tx.selectFrom('space').select('id').where('id', '=', actor.errand.space).forUpdate().execute()
  const round = await tx
    .selectFrom('round')
    .select('state')
    .where('id', '=', actor.errand.round)
    .forShare()
    .executeTakeFirst()
  if (round?.state !== 'open') throw new Invalid({ form: 'round_closed' })
}

async function save(
  tx: Tx,
  actor: LinkActor,
  { item, row, contents: before, token }: Standing,
  { edits, refused }: Edits,
  secrets: Secrets,
  device?: string
) {
  const by = { id: actor.errand.responder.id, name: actor.errand.responder.name }
  const revision = (row?.version ?? 0) + 1
  const writer = { by, at: now().toISOString(), revision, ...(device ? { device } : {}) }
  const after = merge(before, edits, writer, token)
  const begins = !row && (after.fields === before.fields || isBlank(writtenIn(after)))
  if (after === before || begins) {
    const mark = row ? markOf(row.id, row.version, before, token) : ''
    return {
      mark,
      savedAt: row?.saved_at ?? null,
      refused,
      conflicts: conflictsIn(before, token),
      contents: before
    }
  }
  const saved = await put(tx, item, row, after, secrets)
  const { mark, savedAt, conflicts } = draftOf(saved, after, token)
  return { mark, savedAt, refused, conflicts, contents: after }
}

async function put(tx: Tx, item: Item, before: Row | undefined, contents: Contents, secrets: Secrets) {
  const id = before?.id ?? newId()
  const text = writeContents(contents)
  if (text.length > longestDraft) throw new Invalid({ form: 'too_long' })
  const hidden = seal(secrets, { space: item.space_id, draft: id }, text)
  const row = { ...hidden, version: (before?.version ?? 0) + 1, saved_at: now() }
  await tx
    .insertInto('draft')
    .values({ id, item_id: item.id, space_id: item.space_id, ...row })
    .onConflict((conflict) => conflict.column('item_id').doUpdateSet(row))
    .execute()
  return { id, item_id: item.id, space_id: item.space_id, ...row }
}
