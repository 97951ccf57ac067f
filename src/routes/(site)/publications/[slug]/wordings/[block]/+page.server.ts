import { findPublication, listBlocks } from '#server/domain/publications/publications.ts'
import { takenBack } from '#server/domain/publications/fields.ts'
import { listWordings, takeBack } from '#server/domain/publications/blocks/versions.ts'
import { timeZoneOf } from '#server/domain/installation/installation.ts'
import { isId } from '#server/platform/db/ids.ts'
import { NotFound } from '#server/platform/refusals.ts'
import { runtime } from '#server/platform/runtime.ts'
import { address } from '#ui/words/addresses.ts'
import { submit } from '../../../../../submitting.ts'
import type { Actions, PageServerLoad } from './$types.ts'

export const load: PageServerLoad = async ({ locals, params }) => {
  const { db } = runtime()
  const publication = await findPublication(db, locals.actor, params.slug)
  if (!isId(params.block)) throw new NotFound('block')
  const wordings = await listWordings(db, locals.actor, params.block)
  const block = (await listBlocks(db, publication.id)).find(({ id }) => id === params.block)
  if (!block) throw new NotFound('block')
  locals.internal = true
  const { id, kind, heading, prose, version } = block
  return {
    publication,
    block: { id, kind, heading, prose, version },
    wordings,
    timeZone: await timeZoneOf(db)
  }
}

export const actions: Actions = {
  takeBack: (event) => {
    const { locals, params } = event
    const { slug, block } = params
    return submit(event, '', takenBack, async (tx, value) => {
      if (!isId(block)) throw new NotFound('block')
      await takeBack(tx, locals.actor, block, value)
      return `${address(locals.locale, 'publications', slug)}?redigera=allt#${block}`
    })
  }
}
