import { audienceOfProof } from '#server/domain/publications/editions/proofs.ts'
import { findPhoto } from '#server/domain/photos/attached.ts'
import { isId } from '#server/platform/db/ids.ts'
import { NotFound } from '#server/platform/refusals.ts'
import { runtime } from '#server/platform/runtime.ts'
import { readerIn } from '../../../holding.ts'

/** A photo that the report's audience will see, kept by no one on the way. */
export const GET = async (event) => {
  const { db } = runtime()
  const audience = await audienceOfProof(db, await readerIn(event))
  if (!isId(event.params.photo)) throw new NotFound('photo')
  const { bytes, type } = await findPhoto(db, audience, event.params.photo)
  return new Response(new Uint8Array(bytes), {
    headers: { 'content-type': type, 'cache-control': 'private, no-store' }
  })
}
