import { fail, redirect, type RequestEvent } from '@sveltejs/kit'
import { rowsFor } from '#server/domain/answers/answering.ts'
import { saveDraft, type SavedDraft } from '#server/domain/answers/drafts.ts'
import { isSent, itemAt, listItems } from '#server/domain/answers/items.ts'
import type { WrittenAnswer } from '#server/domain/answers/written.ts'
import type { LinkActor } from '#server/domain/links/links.ts'
import { timeZoneOf } from '#server/domain/rounds/asking.ts'
import { write } from '#server/platform/db/write.ts'
import { Conflict, Invalid } from '#server/platform/refusals.ts'
import { runtime } from '#server/platform/runtime.ts'
import { formatClock } from '#ui/formats/days.ts'
import { errorText } from '#ui/words/errors.ts'
import { m } from '#ui/words/messages.ts'
import { holderOf } from '../../holding.ts'
import { errorsOf, readAnswerForm, type RefusedPhoto } from './photographed.ts'

/** Where the form leads when it is saved: its rows of figures, and the next place that waits. */
type After = { rows: number; next: string | null }
type Theirs = { written: WrittenAnswer; mark: string }
/** What stands on the page when the draft was not saved, or not all of it. */
type Unsaved = {
  errors: Record<string, string>
  written: WrittenAnswer
  mark: string
  /** The draft that another window has saved. */
  theirs: WrittenAnswer | null
  /** The photos that were not taken. */
  photos: RefusedPhoto[]
}

/** Saves the draft. What could not be saved comes back as it was written; a script gets its answer as data. */
export async function saveAnswer(event: RequestEvent, whereTo: (after: After) => string) {
  const { db, secrets } = runtime()
  const actor = await holderOf(event)
  const item = await itemAt(db, actor, event.params['number'] ?? '')
  const { written, refused: photos } = await readAnswerForm(event, actor, item.id)
  const mark = written['mark'] ?? ''
  let saved: SavedDraft
  try {
    saved = await write(db, actor, (tx) => saveDraft(tx, actor, { item: item.id, mark, written }, secrets))
  } catch (refusal) {
    if (refusal instanceof Invalid)
      return unsaved(422, {
        errors: { ...errorsOf(photos), ...refusal.errors },
        written,
        mark,
        theirs: null,
        photos
      })
    if (!(refusal instanceof Conflict)) throw refusal
    const theirs = refusal.current as Theirs
    return unsaved(409, { errors: {}, written, mark: theirs.mark, theirs: theirs.written, photos })
  }
  const errors = { ...errorsOf(photos), ...saved.refused }
  if (Object.keys(errors).length > 0)
    return unsaved(422, { errors, written, mark: saved.mark, theirs: null, photos })
  if (wantsData(event)) return { mark: saved.mark, clock: await clockOf(event, saved) }
  const rows = rowsFor(written)
  redirect(303, whereTo({ rows, next: await nextAfter(actor, item.place) }))
}

/** `say` is for the script, which has one line for it. */
const unsaved = (status: number, kept: Unsaved) =>
  fail(status, { ...kept, say: Object.values(kept.errors).map(errorText)[0] ?? m.answers_conflict_live() })

const wantsData = ({ request }: RequestEvent): boolean =>
  request.headers.get('accept')?.startsWith('application/json') ?? false

const clockOf = async ({ locals }: RequestEvent, { savedAt }: SavedDraft): Promise<string> =>
  savedAt ? formatClock(savedAt, locals.locale, await timeZoneOf(runtime().db)) : ''

async function nextAfter(actor: LinkActor, place: string): Promise<string | null> {
  const items = await listItems(runtime().db, actor)
  const here = items.findIndex((item) => item.place === place)
  return items.slice(here + 1).find((item) => !isSent(item))?.place ?? null
}
