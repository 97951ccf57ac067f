import { fail, redirect, type RequestEvent } from '@sveltejs/kit'
import { rowsFor } from '#server/domain/answers/answering.ts'
import { undecidedIn } from '#server/domain/answers/drafts.ts'
import { saveDraft, type SavedDraft } from '#server/domain/answers/saving.ts'
import { isSent, itemAt, listItems, type Item } from '#server/domain/answers/items.ts'
import type { WrittenAnswer } from '#server/domain/answers/written.ts'
import type { LinkActor } from '#server/domain/links/links.ts'
import { write } from '#server/platform/db/write.ts'
import { Invalid } from '#server/platform/refusals.ts'
import { runtime } from '#server/platform/runtime.ts'
import { errorText } from '#ui/words/errors.ts'
import { holderOf } from '../../holding.ts'
import { batchIn, keepBatch } from './keeping.ts'
import { errorsOf, readAnswerForm, type RefusedPhoto } from './photographed.ts'

/** Where the form leads when it is saved: its rows of figures, and the next place that waits. */
type After = { rows: number; next: string | null; about: Item['about'] }
/** What stands on the page when the draft was not saved, or not all of it. */
type Unsaved = {
  errors: Record<string, string>
  /** What was written and is not in the draft: all of it, or the fields that were refused. */
  written: WrittenAnswer
  /** The photos that were not taken. */
  photos: RefusedPhoto[]
}

/** Saves the draft. What could not be saved comes back as it was written; a script gets its answer as data. */
export async function saveAnswer(
  event: RequestEvent,
  whereTo: (after: After) => string,
  save: typeof saveDraft = saveDraft
) {
  const { db, secrets } = runtime()
  const actor = await holderOf(event)
  const item = await itemAt(db, actor, event.params['number'] ?? '')
  const { written, refused: photos } = await readAnswerForm(event, actor, item.id)
  const mark = written['mark'] ?? ''
  const batch = batchIn(written)
  let saved: SavedDraft
  try {
    if (batch) return await keepBatch(event, actor, item.id, batch)
    saved = await write(db, actor, (tx) => save(tx, actor, { item: item.id, mark, written }, secrets))
  } catch (refusal) {
    if (!(refusal instanceof Invalid)) throw refusal
    return unsaved(422, { errors: { ...errorsOf(photos), ...refusal.errors }, written, photos })
  }
  const errors = { ...errorsOf(photos), ...saved.refused, ...undecidedIn(saved) }
  if (Object.keys(errors).length > 0) {
    const refused = Object.entries(written).filter(([name]) => name in saved.refused)
    const status = Object.values(errors).every((code) => code === 'two_texts') ? 409 : 422
    return unsaved(status, { errors, written: Object.fromEntries(refused), photos })
  }
  const rows = rowsFor(written)
  redirect(303, whereTo({ rows, next: await nextAfter(actor, item.place), about: item.about }))
}

/** `say` is for the script, which has one line for it. */
const unsaved = (status: number, kept: Unsaved) =>
  fail(status, { ...kept, say: Object.values(kept.errors).map(errorText)[0] ?? '' })

async function nextAfter(actor: LinkActor, place: string): Promise<string | null> {
  const items = await listItems(runtime().db, actor)
  const here = items.findIndex((item) => item.place === place)
  return items.slice(here + 1).find((item) => !isSent(item))?.place ?? null
}
