import { now } from '#server/platform/clock.ts'
import type { Id } from '#server/platform/db/ids.ts'
import type { Tx } from '#server/platform/db/write.ts'
import { recordFact } from '#server/platform/facts.ts'
import { Conflict, Invalid, NotFound } from '#server/platform/refusals.ts'
import type { Secrets } from '#server/platform/secrets/secrets.ts'
import type { LinkActor } from '../links/links.ts'
import { queueMessage } from '../messages/messages.ts'
import { forgetPhotos } from '../photos/attached.ts'
import { readAlts, type Alts } from './photo-alts.ts'
import { listPhotoRows, photosOf, type PhotoRow } from './photos.ts'
import { listAsked, type Asked } from './asked.ts'
import { attachPhotos } from './attaching.ts'
import { takeBackDecline } from './declining.ts'
import { listDrafts, undecidedIn, type Draft } from './drafts.ts'
import { lockSpace } from './locking.ts'
import { readAnswer, type Answer } from './fields.ts'
import { isSent, type Item } from './items.ts'
import { receiveAnswer } from './receiving.ts'
import { requireWriter } from './writers.ts'

/** An item and the draft of it that the sender has before their eyes. */
export type Chosen = { item: Id; mark: string }
type Ready = { item: Item; answer: Answer; alts: Alts['alts'] }
type Left = { item: Item; asked: Asked; mark: string; draft: Draft | undefined }

/**
 * Sends in the chosen drafts, all or none: each becomes a received version that never changes, and its draft is gone.
 * What is already sent in stays as it is, so that a second press does nothing. A party that had said it would not answer
 * has answered. Gives the items that were sent now.
 * @throws Invalid by `<item>.<field>`, or `form: round_closed`; Conflict when a draft was changed since `mark`;
 *   NotFound for items of others.
 */
export async function submitAnswers(
  tx: Tx,
  actor: LinkActor,
  chosen: Chosen[],
  secrets: Secrets
): Promise<Id[]> {
  requireWriter(actor)
  await lockSpace(tx, actor)
  const items = await listAsked(tx, actor)
  const drafts = await listDrafts(tx, actor, secrets)
  const left = chosen.flatMap(({ item: id, mark }) => {
    const one = items.find(({ item }) => item.id === id)
    if (!one) throw new NotFound('item')
    return isSent(one.item) ? [] : [{ ...one, mark, draft: drafts.find((draft) => draft.item === id) }]
  })
  const ready = readAll(left, await listPhotoRows(tx, actor))
  if (ready.length === 0) return []
  const versions: Id[] = []
  for (const { item, answer, alts } of ready) {
    const version = await receive(tx, actor, item, answer)
    await attachPhotos(tx, version, alts, secrets)
    versions.push(version)
  }
  await forget(tx, ready)
  await takeBackDecline(tx, actor)
  await queueMessage(tx, 'answer_receipt', `answer_receipt:${versions[0]}`, {
    ...{ link_id: actor.errand.link, versions }
  })
  return ready.map(({ item }) => item.id)
}

function readAll(left: Left[], photos: PhotoRow[]): Ready[] {
  const errors: Record<string, string> = {}
  const ready: Ready[] = []
  for (const { item, asked, mark, draft } of left) {
    if (draft && draft.mark !== mark) throw new Conflict({ item: item.id })
    const reading = readAnswer(draft?.written ?? {}, asked)
    const written = draft?.written ?? {}
    const { alts, errors: undescribed } = readAlts(
      { written, asked, reading },
      photosOf(photos, item.id, written)
    )
    const undecided = Object.entries({ ...undescribed, ...undecidedIn(draft) })
    for (const [field, code] of undecided) errors[`${item.id}.${field}`] = code
    if (draft && reading.ok) ready.push({ item, answer: reading.value, alts })
    else if (!draft || reading.ok) errors[`${item.id}.form`] = 'nothing_written'
    else for (const [field, code] of Object.entries(reading.errors)) errors[`${item.id}.${field}`] = code
  }
  if (Object.keys(errors).length > 0) throw new Invalid(errors)
  return ready
}

async function receive(tx: Tx, actor: LinkActor, item: Item, answer: Answer): Promise<Id> {
  const { collaboration, round, organisation, responder } = actor.errand
  const about = {
    item: item.id,
    // How a promise is worded says nothing of how it went.
    commitment: item.about === 'promise' ? null : item.commitment_id,
    collaboration,
    round,
    organisation: organisation.id
  }
  const received = await receiveAnswer(tx, about, answer, { by: responder.name, at: now() })
  const subject = { kind: 'report', id: received.report }
  await recordFact(tx, 'report.submitted', subject, {
    number: received.number,
    commitment: item.commitment_id
  })
  return received.version
}

async function forget(tx: Tx, ready: Ready[]): Promise<void> {
  const items = ready.map(({ item }) => item.id)
  await tx.deleteFrom('draft').where('item_id', 'in', items).execute()
  await forgetPhotos(tx, items)
}
