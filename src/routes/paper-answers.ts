import { createHash } from 'node:crypto'
import type { RequestEvent } from '@sveltejs/kit'
import { piecesOf } from '#server/domain/files/files.ts'
import {
  findFile,
  formats,
  typeOf,
  type EditionFile,
  type Format
} from '#server/domain/publications/editions/files.ts'
import { contentOf } from '#server/domain/publications/freezing.ts'
import { can } from '#server/domain/publications/permissions.ts'
import { findPublication } from '#server/domain/publications/publications.ts'
import { NotFound } from '#server/platform/refusals.ts'
import { runtime } from '#server/platform/runtime.ts'
import { getLocale } from '#ui/words/locale.ts'
import { wordOf } from '#ui/words/addresses.ts'
import { draftFile, editionFile } from './papers.ts'
import { refuse } from './refusing.ts'

type Asked = { slug: string; format: Format; number?: number; draft: boolean }
type Body = {
  name: string
  bytes: ReadableStream | Uint8Array<ArrayBuffer>
  size: number
  sha256: string
  open: boolean
}

/** A report's file: the bytes that an edition was frozen as, or, for those who compile it, as it is now. */
export async function answerPaper(
  event: RequestEvent,
  params: { slug: string; format: string; number?: string }
): Promise<Response> {
  try {
    const asked = askedIn(event, params)
    return answer(event, asked.format, await bodyFor(event, asked))
  } catch (refusal) {
    // Whoever asked is gone: there is nobody to tell, and nothing went wrong.
    if (event.request.signal.aborted) return new Response(null, { status: 499 })
    return refuse(event, refusal)
  }
}

function askedIn(
  { url }: RequestEvent,
  { slug, format, number }: { slug: string; format: string; number?: string }
): Asked {
  const known = formats.find((one) => one === format)
  if (!known || (number !== undefined && !/^[1-9]\d{0,5}$/.test(number))) throw new NotFound('edition')
  return {
    slug,
    format: known,
    draft: url.searchParams.has('utkast'),
    ...(number === undefined ? {} : { number: Number(number) })
  }
}

async function bodyFor(event: RequestEvent, asked: Asked): Promise<Body> {
  const { db } = runtime()
  const { slug, format, number } = asked
  const found = asked.draft ? null : await findFile(db, event.locals.actor, slug, format, number)
  if (!found && number !== undefined) throw new NotFound('edition')
  return found ? editionBody(event, asked, found) : draftBody(event, asked)
}

async function editionBody(
  event: RequestEvent,
  { slug, format, number }: Asked,
  found: EditionFile
): Promise<Body> {
  const { db } = runtime()
  const open = found.audience === 'public' && found.published && !found.withdrawn
  event.locals.internal = !open
  const name = number === undefined ? slug : `${slug}-${wordOf(getLocale(), 'editions')}-${found.number}`
  if (found.kept) {
    const { file, size, sha256 } = found.kept
    return { name, bytes: piecesOf(db, file, size), size, sha256, open }
  }
  const bytes = await editionFile(found, format)
  return { name, bytes, size: bytes.length, sha256: hashOf(bytes), open }
}

async function draftBody(event: RequestEvent, { slug, format }: Asked): Promise<Body> {
  const { db } = runtime()
  const publication = await findPublication(db, event.locals.actor, slug)
  if (!can(event.locals.actor, publication).readDraft) throw new NotFound('publication')
  event.locals.internal = true
  const { bytes } = await draftFile(await contentOf(db, publication), format, event.request.signal)
  return { name: `${slug}-utkast`, bytes, size: bytes.length, sha256: hashOf(bytes), open: false }
}

const hashOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

/** A page of its own is only what a browser shows as it is; the others are kept where their reader says. */
function answer(event: RequestEvent, format: Format, { name, bytes, size, sha256, open }: Body): Response {
  const etag = `"${sha256}"`
  const headers = {
    etag,
    'cache-control': open ? 'public, max-age=60, must-revalidate' : 'private, no-store',
    'content-disposition': `${format === 'pdf' ? 'inline' : 'attachment'}; filename="${name}.${format}"`,
    'content-type': typeOf[format]
  }
  if (event.request.headers.get('if-none-match') === etag) {
    if (bytes instanceof ReadableStream) void bytes.cancel()
    return new Response(null, { status: 304, headers })
  }
  return new Response(bytes, { headers: { ...headers, 'content-length': String(size) } })
}
