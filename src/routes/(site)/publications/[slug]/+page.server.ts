import { readPublication } from '#server/domain/publications/reading.ts'
import { runtime } from '#server/platform/runtime.ts'
import { openPart } from '../../../parts.ts'
import { deciding } from './deciding-actions.ts'
import { editing } from './editing.ts'
import type { PageServerLoad } from './$types.ts'

export const load: PageServerLoad = async (event) => {
  const { locals, params } = event
  const open = openPart(event)
  const read = await readPublication(runtime().db, locals.actor, params.slug, { editing: open !== null })
  locals.internal = read.edition === null || read.content.audience !== 'public'
  return { ...read, open }
}

export const actions = { ...editing, ...deciding }
