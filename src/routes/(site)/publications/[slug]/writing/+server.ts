import { json } from '@sveltejs/kit'
import { findPublication } from '#server/domain/publications/publications.ts'
import { runtime } from '#server/platform/runtime.ts'
import { writtenNow } from '../writers.ts'
import type { RequestHandler } from './$types.ts'

/** Which colleagues write where, by block and in words, for a page that is open. */
export const GET: RequestHandler = async ({ locals, params }) => {
  const { db } = runtime()
  const publication = await findPublication(db, locals.actor, params.slug)
  return json(await writtenNow(db, locals.actor, publication))
}
