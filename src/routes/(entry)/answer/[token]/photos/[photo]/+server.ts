import { openPhoto } from '#server/domain/answers/photos.ts'
import { isId } from '#server/platform/db/ids.ts'
import { NotFound } from '#server/platform/refusals.ts'
import { runtime } from '#server/platform/runtime.ts'
import { holderOf } from '../../../holding.ts'

/** A photo of a draft, or of what was sent: for whoever holds the link, and kept by no one on the way. */
export const GET = async (event) => {
  const { db, secrets } = runtime()
  const actor = await holderOf(event)
  if (!isId(event.params.photo)) throw new NotFound('photo')
  const { bytes, type } = await openPhoto(db, actor, event.params.photo, secrets)
  return new Response(new Uint8Array(bytes), {
    headers: { 'content-type': type, 'cache-control': 'private, no-store' }
  })
}
