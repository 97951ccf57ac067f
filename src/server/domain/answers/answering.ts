import { now } from '#server/platform/clock.ts'
import type { Db } from '#server/platform/db/write.ts'
import { NotFound } from '#server/platform/refusals.ts'
import type { Secrets } from '#server/platform/secrets/secrets.ts'
import type { LinkActor } from '../links/links.ts'
import { listPhotos } from './photos.ts'
import { listAsked, type Asked, type Listed } from './asked.ts'
import { findDraft } from './drafts.ts'
import { readAnswer, type Answer } from './fields.ts'
import { isSent } from './items.ts'
import { withFigures } from './last.ts'
import { promisedNow } from './promised.ts'
import { receivedAnswer } from './returned.ts'
import { suggestRows } from './suggesting.ts'
import { rowsOf, type WrittenAnswer } from './written.ts'

/**
 * What stands in that place of the link, as its answering party has it before it: the draft, or what was returned, or
 * what was sent. `listed` is what the link asks, where that is known already.
 * @throws NotFound when it asks about none.
 */
export async function findAnswering(
  db: Db,
  actor: LinkActor,
  place: string,
  secrets: Secrets,
  listed?: Listed[]
) {
  const made = +now()
  const found = (listed ?? (await listAsked(db, actor))).find(({ item }) => item.place === place)
  if (!found) throw new NotFound('item')
  const { item, asked, told } = found
  // What was typed in by a coordinator is not what was begun here.
  const draft = isSent(item) ? null : await findDraft(db, actor, item.id, secrets)
  const received = await receivedAnswer(db, item)
  const written = draft?.written ?? received?.written ?? (await promisedNow(db, item))
  const open = !isSent(item)
  // Who has told once what there was to count is not asked to count more.
  const suggests = open && asked.builtIn.figures && item.state !== 'returned'
  return {
    item,
    asked,
    written: suggests ? await suggestRows(db, actor, item, written) : written,
    mark: draft?.mark ?? '',
    savedAt: draft?.savedAt ?? null,
    /** Who wrote in it last. */
    by: draft?.by?.name ?? null,
    /** Fields that two have written, each with their texts. */
    conflicts: draft?.conflicts ?? {},
    /** When this was so: a device that has heard more since knows better. */
    made,
    sent: !open,
    photos: await listPhotos(db, actor, item.id, written, secrets),
    last: told && (await withFigures(db, told)),
    /** What it was returned with. */
    note: item.state === 'returned' ? (received?.note ?? null) : null,
    wording: received?.wording ?? null,
    /** On paper and by phone it was typed in by a coordinator. */
    source: received?.source ?? null,
    /** As it would read, once it can be sent in. */
    finished: finishedOf(written, asked)
  }
}

const finishedOf = (written: WrittenAnswer, asked: Asked): Answer | null => {
  const reading = readAnswer(written, asked)
  return reading.ok ? reading.value : null
}

/** How many rows for figures a form needs to show all that is written, or suggested, and one to write in. */
export const rowsFor = (written: WrittenAnswer, wanted = 1): number =>
  Math.max(Math.min(wanted, 20), ...rowsOf(written).map(({ row }) => row + 1), ...suggestedIn(written), 1)

const suggestedIn = (written: WrittenAnswer): number[] =>
  Object.keys(written).flatMap((name) => {
    const [, row] = /^figures\.(\d{1,2})\.suggested$/.exec(name) ?? []
    return row === undefined ? [] : [Number(row) + 1]
  })
