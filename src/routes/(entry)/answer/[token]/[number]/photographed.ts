import type { RequestEvent } from '@sveltejs/kit'
import type { WrittenAnswer } from '#server/domain/answers/written.ts'
import type { LinkActor } from '#server/domain/links/links.ts'
import { altField, removedField } from '#server/domain/answers/photo-alts.ts'
import { addPhoto, itemToPhotograph, mostPhotos, removePhoto } from '#server/domain/answers/photos.ts'
import { countAttempt } from '#server/platform/attempts/attempts.ts'
import type { Id } from '#server/platform/db/ids.ts'
import { write } from '#server/platform/db/write.ts'
import {
  boundaryOf,
  Malformed,
  Overlong,
  readMultipart,
  type Part
} from '#server/platform/forms/multipart.ts'
import { largestBytes, makePhoto } from '#server/platform/images/images.ts'
import { Invalid, TooMany } from '#server/platform/refusals.ts'
import { runtime } from '#server/platform/runtime.ts'
import { tooLarge } from '../../../../bodies.ts'
import { Unreadable } from '../../../../refusing.ts'
import { readWritten, writtenOf } from '../../../../submitting.ts'

/** A photo that was not taken: what it was called, for whoever sent it, and why. */
export type RefusedPhoto = { file: string; code: string }
type AnswerForm = { written: WrittenAnswer; refused: RefusedPhoto[] }
type Entries = [string, string][]

const megabyte = 1024 * 1024
const limits = { file: largestBytes, field: 2 * megabyte, fields: 16 * megabyte, all: 150 * megabyte }
const mostTexts = 1_000
const mostTold = 20
/** Of one party: each is unpacked, one at a time for the whole house. */
const often = { what: 'photo', most: 200, withinSeconds: 900 }

/**
 * The form of an answer. Photos in it are made and laid beside the draft as they come, before anything else is looked at,
 * so that neither the texts nor another photo is lost with one that can't be taken.
 */
export async function readAnswerForm(event: RequestEvent, actor: LinkActor, item: Id): Promise<AnswerForm> {
  const boundary = boundaryOf(event.request.headers.get('content-type') ?? '')
  const { body } = event.request
  const { entries, refused } =
    boundary && body ? await readParts(body, boundary, actor, item) : { entries: null, refused: [] }
  const written = once(entries ? writtenOf(entries) : await readWritten(event))
  return { written: await withoutRemoved(actor, item, written), refused }
}

/** The form asks for everything once; whoever sends it twice is taken at their first word. */
const once = (written: Record<string, string | string[]>): WrittenAnswer =>
  Object.fromEntries(Object.entries(written).map(([name, value]) => [name, [value].flat()[0] ?? '']))

/** Of the field of photos, the first that is wrong. */
export const errorsOf = ([first]: RefusedPhoto[]): Record<string, string> =>
  first ? { photos: first.code } : {}

async function readParts(body: ReadableStream<Uint8Array>, boundary: string, actor: LinkActor, item: Id) {
  const entries: Entries = []
  const refused: RefusedPhoto[] = []
  let photos = 0
  const take = async ({ name, file, bytes }: Part): Promise<void> => {
    if (file === null)
      return bytes && entries.length < mostTexts ? keepText(entries, name, bytes) : tooLarge()
    if (name !== 'photo' || (file === '' && bytes?.length === 0)) return
    const code = ++photos > mostPhotos ? 'too_many_photos' : await takePhoto(actor, item, bytes)
    if (code && refused.length < mostTold) refused.push({ file, code })
  }
  try {
    await readMultipart(body, boundary, limits, take)
  } catch (fault) {
    if (fault instanceof Malformed) throw new Unreadable()
    if (!(fault instanceof Overlong)) throw fault
    refused.push({ file: '', code: 'too_large_bytes' })
  }
  return { entries, refused }
}

const keepText = (entries: Entries, name: string, bytes: Buffer): void =>
  void entries.push([name, bytes.toString()])

/** Lays the photo beside the draft; or the code of why not. */
async function takePhoto(actor: LinkActor, item: Id, bytes: Buffer | null): Promise<string | null> {
  const { db, secrets } = runtime()
  if (!bytes) return 'too_large_bytes'
  try {
    // Before anything is unpacked for somebody who may not add it.
    await write(db, actor, (tx) => itemToPhotograph(tx, actor, item, secrets))
    await countAttempt(db, secrets, often, actor.errand.space)
    const making = await makePhoto(bytes)
    if (!making.ok) return making.fault
    await write(db, actor, (tx) => addPhoto(tx, actor, { item, photo: making.photo }, secrets))
    return null
  } catch (refusal) {
    if (refusal instanceof TooMany) return 'too_many'
    if (!(refusal instanceof Invalid)) throw refusal
    // What holds for the whole form is said of it, when its texts are saved.
    return refusal.errors['photos'] ?? null
  }
}

async function withoutRemoved(actor: LinkActor, item: Id, written: WrittenAnswer): Promise<WrittenAnswer> {
  const { remove_photo: photo, ...rest } = written
  if (!photo) return rest
  const { db, secrets } = runtime()
  const gone = await write(db, actor, (tx) => removePhoto(tx, actor, { item, photo }, secrets)).catch(
    (refusal: unknown) => {
      if (refusal instanceof Invalid) return false
      throw refusal
    }
  )
  return { ...rest, [gone ? altField(photo) : removedField(photo)]: gone ? '' : 'yes' }
}
