import { now } from '#server/platform/clock.ts'
import { newId, type Id } from '#server/platform/db/ids.ts'
import type { Tx } from '#server/platform/db/write.ts'
import type { Written } from '#server/platform/forms/fields.ts'
import { Invalid } from '#server/platform/refusals.ts'
import type { Secrets } from '#server/platform/secrets/secrets.ts'
import type { LinkActor } from '../links/links.ts'
import { conflictsIn, contentsOf, writeContents, writtenIn } from './contents.ts'
import { contentsIn, draftOf, listBegun, rowsOf, type Draft, type Row } from './drafts.ts'
import { editsOfDevice, editsOfForm, type DeviceEdit, type Edits } from './edits.ts'
import type { Item } from './items.ts'
import { writableItem } from './locking.ts'
import { changedSince, knownBy, markOf, tokensOf, versionIn } from './marks.ts'
import { merge, type Contents, type Token } from './merging.ts'
import { returnedAnswer } from './returned.ts'
import { seal } from './sealing.ts'
import { isBlank, type Fault } from './written.ts'

/** Far more than any form holds. It is opened whole each time somebody of the party looks. */
const longestDraft = 4_000_000

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
  const ground = await groundOf(tx, actor, item, secrets)
  const known = knownBy(mark || ground.receivedMark)
  const edits = editsOfForm(written, known, ground.contents, ground.token)
  const { mark: after, savedAt, refused, conflicts } = await save(tx, actor, ground, edits, secrets)
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
  const ground = await groundOf(tx, actor, item, secrets)
  const { token, receivedMark } = ground
  const { edits, refused } = editsOfDevice(sent)
  const received = knownBy(receivedMark)
  // Whoever had no draft before them had what was returned.
  for (const { name, base } of edits) if (base.includes('')) base.push(received.get(name) ?? '')
  const { contents, ...saved } = await save(tx, actor, ground, { edits, refused }, secrets, device)
  const tokens = Object.fromEntries(edits.map(({ name, text }) => [name, token(name, text)]))
  const changes = changedSince(since, saved.mark, contents, token)
  return { ...saved, version: versionIn(saved.mark), tokens, changes }
}

/** What an edit is made on. */
type Ground = {
  item: Item
  row: Row | undefined
  contents: Contents
  /** What a form is made from where there is no draft. */
  receivedMark: string
  token: Token
}

async function groundOf(tx: Tx, actor: LinkActor, id: Id, secrets: Secrets): Promise<Ground> {
  const item = await writableItem(tx, actor, id)
  const token = tokensOf(secrets)
  const row = (await rowsOf(tx, actor)).find(({ item_id }) => item_id === id)
  const returned = contentsOf((await returnedAnswer(tx, item)) ?? {})
  const contents = row ? contentsIn(secrets, row) : returned
  const begun = await listBegun(tx, actor, secrets)
  if (begun.some((one) => one.item === id)) throw new Invalid({ form: 'not_admitted' })
  return { item, row, contents, receivedMark: markOf('', 0, returned, token), token }
}

async function save(
  tx: Tx,
  actor: LinkActor,
  { item, row, contents: before, token }: Ground,
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
