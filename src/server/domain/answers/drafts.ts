import { now } from '#server/platform/clock.ts'
import { newId, type Id } from '#server/platform/db/ids.ts'
import type { Draft as DraftTable } from '#server/platform/db/schema.ts'
import type { Db, Tx } from '#server/platform/db/write.ts'
import type { Written } from '#server/platform/forms/fields.ts'
import { Conflict, Invalid } from '#server/platform/refusals.ts'
import type { Secrets } from '#server/platform/secrets/secrets.ts'
import type { Selectable } from 'kysely'
import type { LinkActor } from '../links/links.ts'
import { findItem, isSent, type Item } from './items.ts'
import { returnedAnswer } from './returned.ts'
import { seal, unseal } from './sealing.ts'
import { isBlank, isSame, keep, type Kept, type WrittenAnswer } from './written.ts'

export type Draft = { item: Id; mark: string; written: WrittenAnswer; savedAt: Date }
type Row = Selectable<DraftTable>

/** Which draft, and which version of it, a form was made from; empty when there was none. */
const markOf = (row: Pick<Row, 'id' | 'version'>): string => `${row.id}.${row.version}`

const openRow = (secrets: Secrets, row: Row): Draft => ({
  item: row.item_id,
  mark: markOf(row),
  savedAt: row.saved_at,
  written: JSON.parse(unseal(secrets, { space: row.space_id, draft: row.id }, row)) as WrittenAnswer
})

/** The drafts of the link's own items. Nobody else has a way to them. */
export async function listDrafts(db: Db, actor: LinkActor, secrets: Secrets): Promise<Draft[]> {
  if (actor.errand.items.length === 0) return []
  const rows = await db
    .selectFrom('draft')
    .selectAll()
    .where('item_id', 'in', actor.errand.items)
    .where('space_id', '=', actor.errand.space)
    .execute()
  return rows.map((row) => openRow(secrets, row))
}

export async function findDraft(db: Db, actor: LinkActor, item: Id, secrets: Secrets): Promise<Draft | null> {
  return (await listDrafts(db, actor, secrets)).find((draft) => draft.item === item) ?? null
}

export type DraftToSave = { item: Id; mark: string; written: Written }
export type SavedDraft = { mark: string; savedAt: Date | null; refused: Kept['refused'] }

/**
 * Saves what stands in the form as a draft, finished or not. Fields that hold an identity number keep what they had,
 * and are told in `refused`.
 * @throws NotFound for items of others; Invalid `form: round_closed | already_sent`; Conflict with the draft that
 *   stands (`written`, `mark`) when another window has saved another text since `mark`.
 */
export async function saveDraft(
  tx: Tx,
  actor: LinkActor,
  { item: id, mark, written: form }: DraftToSave,
  secrets: Secrets
): Promise<SavedDraft> {
  const item = await writableItem(tx, actor, id)
  const standing = await findDraft(tx, actor, id, secrets)
  const before = standing?.written ?? (await returnedAnswer(tx, item)) ?? {}
  const { written, refused } = keep(form, before)
  const saved = { mark: standing?.mark ?? '', savedAt: standing?.savedAt ?? null, refused }
  if (isSame(written, before) || (!standing && isBlank(written))) return saved
  if (mark !== (standing?.mark ?? '')) throw new Conflict({ written: before, mark: standing?.mark ?? '' })
  const row = await put(tx, item, standing, written, secrets)
  return { mark: markOf(row), savedAt: row.saved_at, refused }
}

/** Saving and sending in of one space wait for each other; the round can't close in between. */
export async function writableItem(tx: Tx, actor: LinkActor, id: Id): Promise<Item> {
  await findItem(tx, actor, id)
  await lockSpace(tx, actor)
  const item = await findItem(tx, actor, id)
  if (isSent(item)) throw new Invalid({ form: 'already_sent' })
  return item
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

async function put(tx: Tx, item: Item, standing: Draft | null, written: WrittenAnswer, secrets: Secrets) {
  const [id, version] = standing ? standing.mark.split('.') : [newId(), '0']
  const draft = String(id)
  const hidden = seal(secrets, { space: item.space_id, draft }, JSON.stringify(written))
  const row = { ...hidden, version: Number(version) + 1, saved_at: now() }
  await tx
    .insertInto('draft')
    .values({ id: draft, item_id: item.id, space_id: item.space_id, ...row })
    .onConflict((conflict) => conflict.column('item_id').doUpdateSet(row))
    .execute()
  return { id: draft, ...row }
}
