import { listBeside } from '#server/domain/publications/editions/listing.ts'
import { readEdition } from '#server/domain/publications/reading.ts'
import { NotFound } from '#server/platform/refusals.ts'
import { runtime } from '#server/platform/runtime.ts'
import type { PageServerLoad } from './$types.ts'

export const load: PageServerLoad = async ({ locals, params }) => {
  if (!/^[1-9]\d{0,5}$/.test(params.number)) throw new NotFound('edition')
  const read = await readEdition(runtime().db, locals.actor, params.slug, Number(params.number))
  const { published_on, withdrawn } = read.edition
  locals.internal =
    read.content.audience !== 'public' || !published_on || (withdrawn !== null && read.can.readDraft)
  return { ...read, beside: await listBeside(runtime().db, locals.actor, read.publication) }
}
