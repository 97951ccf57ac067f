import type { RequestEvent } from '@sveltejs/kit'
import { markOpened } from '#server/domain/answers/opening.ts'
import { saveUnchanged } from '#server/domain/answers/unchanged.ts'
import { write } from '#server/platform/db/write.ts'
import { runtime } from '#server/platform/runtime.ts'
import { address } from '#ui/words/addresses.ts'
import { holderOf } from '../../holding.ts'
import { answeringData } from '../../loading.ts'
import { saveAnswer } from './saving.ts'

export const load = async (event) => {
  const { params, locals, url } = event
  const actor = await holderOf(event)
  const rows = Number(url.searchParams.get('rader')) || 1
  const data = await answeringData(actor, locals.locale, params.token, params.number, rows)
  if (!data.opened) await write(runtime().db, actor, (tx) => markOpened(tx, actor))
  return data
}

const toNext =
  ({ locals, params }: RequestEvent) =>
  ({ next }: { next: string | null }) =>
    address(locals.locale, 'answer', params['token'] ?? '', next ?? 'sending')

export const actions = {
  save: (event) => saveAnswer(event, () => event.url.pathname),
  row: (event) => saveAnswer(event, ({ rows }) => `${event.url.pathname}?rader=${rows + 1}#siffra-${rows}`),
  photo: (event) => saveAnswer(event, () => `${event.url.pathname}#foton`),
  next: (event) => saveAnswer(event, toNext(event)),
  unchanged: (event) => saveAnswer(event, toNext(event), saveUnchanged)
}
