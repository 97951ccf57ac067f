import { redirect, type RequestEvent } from '@sveltejs/kit'
import { previewToken } from '../../../../../../../../(entry)/answer/about.ts'
import { answeringData } from '../../../../../../../../(entry)/answer/loading.ts'
import { nothing, previewIn, unopened } from '../../previewing.ts'

export const load = async (event) => {
  const { actor, home, here, street, frame } = await previewIn(event)
  const { locals, params, url } = event
  const rows = Number(url.searchParams.get('rader')) || 1
  const data = await answeringData(actor, locals.locale, previewToken, params.place, rows)
  const unwritten = data.sent || data.note ? {} : data.written
  const blank = { sent: false, note: null, begun: null, photos: [], finished: null, written: unwritten }
  return {
    ...here({ ...data, ...blank, street: street.items, ...unopened(home) }),
    frame
  }
}

/** On to what comes after, as the form would go. */
async function toNext(event: RequestEvent) {
  const { home, here, street } = await previewIn(event)
  const { items } = here(street)
  const at = items.findIndex(({ place }) => place === event.params['place'])
  redirect(303, items[at + 1]?.href ?? home)
}

export const actions = { save: nothing, row: nothing, photo: nothing, next: toNext, unchanged: toNext }
