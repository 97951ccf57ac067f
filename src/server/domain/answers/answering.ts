import type { Db } from '#server/platform/db/write.ts'
import { NotFound } from '#server/platform/refusals.ts'
import type { Secrets } from '#server/platform/secrets/secrets.ts'
import type { LinkActor } from '../links/links.ts'
import { findDraft } from './drafts.ts'
import { readAnswer, type Answer } from './fields.ts'
import { isSent, listItems } from './items.ts'
import { receivedAnswer } from './returned.ts'
import { rowsOf, type WrittenAnswer } from './written.ts'

/** The link's item about the commitment of that number. @throws NotFound when it asks about none. */
export async function itemNumbered(db: Db, actor: LinkActor, number: number) {
  const item = (await listItems(db, actor)).find((one) => one.number === number)
  if (!item) throw new NotFound('item')
  return item
}

/** One promise as its answering party has it before it: the draft, or what was returned, or what was sent. */
export async function findAnswering(db: Db, actor: LinkActor, number: number, secrets: Secrets) {
  const item = await itemNumbered(db, actor, number)
  const draft = await findDraft(db, actor, item.id, secrets)
  const received = await receivedAnswer(db, item)
  const written = draft?.written ?? received?.written ?? {}
  return {
    item,
    written,
    mark: draft?.mark ?? '',
    savedAt: draft?.savedAt ?? null,
    sent: isSent(item),
    /** What it was returned with. */
    note: item.state === 'returned' ? (received?.note ?? null) : null,
    wording: received?.wording ?? null,
    /** As it would read, once it can be sent in. */
    finished: finishedOf(written)
  }
}

const finishedOf = (written: WrittenAnswer): Answer | null => {
  const reading = readAnswer(written)
  return reading.ok ? reading.value : null
}

/** How many rows for figures a form needs to show all that is written, and one to write in. */
export const rowsFor = (written: WrittenAnswer, wanted = 1): number =>
  Math.max(Math.min(wanted, 20), ...rowsOf(written).map(({ row }) => row + 1), 1)
