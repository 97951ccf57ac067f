import type { RequestEvent } from '@sveltejs/kit'
import { findUpload } from '#server/domain/documents/finding.ts'
import { piecesOf } from '#server/domain/files/files.ts'
import { isId } from '#server/platform/db/ids.ts'
import { NotFound } from '#server/platform/refusals.ts'
import { runtime } from '#server/platform/runtime.ts'

/** What a browser shows by itself, and nothing runs in it; all else is saved. */
const shown = /^(application\/pdf|image\/)/
/** A file from outside is nobody's page: it gets no scripts, no forms and no address of ours to act from. */
const policy = "sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-ancestors 'none'"

/** A document's file for whoever may see the document: asked anew each time, since a document can stop being public. */
export async function serveUpload({ locals, request }: RequestEvent, document: string, file?: string) {
  if (!isId(document) || (file !== undefined && !isId(file))) throw new NotFound('document')
  const { db } = runtime()
  const { id, name, type, size, sha256, audience } = await findUpload(db, locals.actor, document, file)
  locals.internal = audience !== 'public'
  const etag = `"${sha256.toString('base64url')}"`
  const headers = {
    etag,
    'cache-control': audience === 'public' ? 'public, no-cache' : 'private, no-store',
    'content-security-policy': policy
  }
  if (request.headers.get('if-none-match') === etag) return new Response(null, { status: 304, headers })
  return new Response(piecesOf(db, id, size), {
    headers: {
      ...headers,
      'content-type': type,
      'content-length': String(size),
      'content-disposition': disposition(shown.test(type) ? 'inline' : 'attachment', name)
    }
  })
}

/** The name twice: plain for the oldest, whole for all others. */
function disposition(how: 'inline' | 'attachment', name: string): string {
  const plain = name
    .normalize('NFD')
    .replaceAll(/[^\x20-\x7e]/g, '')
    .replaceAll(/["\\%]/g, '')
  const whole = encodeURIComponent(name).replaceAll(
    /['()*]/g,
    (mark) => `%${mark.charCodeAt(0).toString(16)}`
  )
  return `${how}; filename="${plain}"; filename*=UTF-8''${whole}`
}
