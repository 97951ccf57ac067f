import { readPublication } from '#server/domain/publications/reading.ts'
import { runtime } from '#server/platform/runtime.ts'
import { editing } from './editing.ts'
import type { PageServerLoad } from './$types.ts'

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const open = url.searchParams.get('redigera')
  const read = await readPublication(runtime().db, locals.actor, params.slug, { editing: open !== null })
  locals.internal = read.edition === null || read.content.audience !== 'public'
  return { ...read, open }
}

export const actions = editing
