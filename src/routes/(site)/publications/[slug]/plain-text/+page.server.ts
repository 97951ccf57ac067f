import { choicesAmong } from '#server/domain/publications/choosing.ts'
import { writtenText } from '#server/domain/publications/fields.ts'
import { contentOf } from '#server/domain/publications/freezing.ts'
import { can } from '#server/domain/publications/permissions.ts'
import { findPublication, listBlocks, type Publication } from '#server/domain/publications/publications.ts'
import { saveText, writtenOut } from '#server/domain/publications/blocks/text-saving.ts'
import type { Actor } from '#server/domain/people/actor.ts'
import { NotAllowed } from '#server/platform/refusals.ts'
import { runtime } from '#server/platform/runtime.ts'
import { address } from '#ui/words/addresses.ts'
import { submit } from '../../../../submitting.ts'
import { lensOf } from './lens.ts'
import type { Actions, PageServerLoad } from './$types.ts'

async function opened(actor: Actor, slug: string) {
  const { db } = runtime()
  const publication = await findPublication(db, actor, slug)
  if (!can(actor, publication).change) throw new NotAllowed()
  return { db, publication, lens: await lensFor(publication) }
}

async function lensFor(publication: Publication) {
  const { db } = runtime()
  const report = await contentOf(db, publication)
  return lensOf(report, await choicesAmong(db, publication.collaboration_id))
}

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const { db, publication, lens } = await opened(locals.actor, params.slug)
  locals.internal = true
  const came = Object.fromEntries(
    ['changed', 'added', 'removed', 'kept'].map((what) => [what, Number(url.searchParams.get(what)) || 0])
  )
  return {
    publication,
    ...writtenOut(await listBlocks(db, publication.id), lens),
    kinds: Object.entries(lens.words.kinds).flatMap(([kind, word]) => (kind === 'prose' ? [] : [word])),
    saved: url.searchParams.has('changed') ? came : null
  }
}

export const actions: Actions = {
  save: async (event) => {
    const { actor, locale } = event.locals
    const { publication, lens } = await opened(actor, event.params.slug)
    return submit(event, 'text', writtenText, async (tx, value) => {
      const saved = await saveText(tx, actor, publication.id, value, lens)
      const told = new URLSearchParams(Object.entries(saved).map(([what, count]) => [what, String(count)]))
      return `${address(locale, 'publications', publication.slug, 'plain-text')}?${told}`
    })
  }
}
