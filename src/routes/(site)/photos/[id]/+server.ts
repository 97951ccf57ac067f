import { findPhoto } from '#server/domain/photos/attached.ts'
import { isId } from '#server/platform/db/ids.ts'
import { NotFound } from '#server/platform/refusals.ts'
import { runtime } from '#server/platform/runtime.ts'

/**
 * A photo as far as its answer is seen. What is public may be kept on the way for a while: not longer, since an answer
 * can stop being public. Whoever is signed in gets it kept nowhere, as every page.
 */
export const GET = async ({ params, locals, request }) => {
  if (!isId(params.id)) throw new NotFound('photo')
  const { bytes, type, sha256, audience } = await findPhoto(runtime().db, locals.actor, params.id)
  const etag = `"${sha256.toString('base64url')}"`
  const headers = {
    etag,
    'cache-control': audience === 'public' ? 'public, max-age=300, must-revalidate' : 'private, no-store'
  }
  if (request.headers.get('if-none-match') === etag) return new Response(null, { status: 304, headers })
  return new Response(new Uint8Array(bytes), { headers: { ...headers, 'content-type': type } })
}
