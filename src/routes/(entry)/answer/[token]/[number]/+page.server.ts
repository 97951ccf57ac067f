import { redirect, type RequestEvent } from '@sveltejs/kit'
import * as v from 'valibot'
import { findErrandRound } from '#server/domain/answers/errands.ts'
import { itemAt } from '#server/domain/answers/items.ts'
import { markOpened } from '#server/domain/answers/opening.ts'
import { saveUnchanged } from '#server/domain/answers/unchanged.ts'
import type { LinkActor } from '#server/domain/links/links.ts'
import { listTakenBack } from '#server/domain/proposals/taking-back.ts'
import { beginAnotherAnswer } from '#server/domain/rounds/running.ts'
import { write } from '#server/platform/db/write.ts'
import { runtime } from '#server/platform/runtime.ts'
import { address } from '#ui/words/addresses.ts'
import { baseLocale, isLocale } from '#ui/words/locale.ts'
import { m } from '#ui/words/messages.ts'
import { submit } from '../../../../submitting.ts'
import { holderOf } from '../../holding.ts'
import { answeringData } from '../../loading.ts'
import { saveAnswer } from './saving.ts'

export const load = async (event) => {
  const { params, locals, url } = event
  const actor = await holderOf(event)
  await leadAwayFromTakenBack(event, actor)
  const rows = Number(url.searchParams.get('rader')) || 1
  const data = await answeringData(actor, locals.locale, params.token, params.number, rows)
  if (!data.opened) await write(runtime().db, actor, (tx) => markOpened(tx, actor))
  return data
}

/** What is not asked any more says so on the link's own page. */
async function leadAwayFromTakenBack({ params, locals }: RequestEvent, actor: LinkActor): Promise<void> {
  const taken = await listTakenBack(runtime().db, actor)
  if (taken.some(({ place }) => place === params['number']))
    redirect(303, `${address(locals.locale, 'answer', params['token'] ?? '')}#tillbaka`)
}

const toNext =
  ({ locals, params }: RequestEvent) =>
  ({ next, about }: { next: string | null; about: string }) => {
    const here = ['answer', params['token'] ?? '']
    // Promises are written as many as one likes: from all of them one goes on to another, or to send them in.
    return address(locals.locale, ...here, ...(about === 'promise' ? [] : [next ?? 'sending']))
  }

export const actions = {
  save: (event) => saveAnswer(event, () => event.url.pathname),
  row: (event) => saveAnswer(event, ({ rows }) => `${event.url.pathname}?rader=${rows + 1}#siffra-${rows}`),
  photo: (event) => saveAnswer(event, () => `${event.url.pathname}#foton`),
  next: (event) => saveAnswer(event, toNext(event)),
  /** What has happened since, outside the round. */
  another: async (event) => {
    const { db, secrets } = runtime()
    const actor = await holderOf(event)
    const item = await itemAt(db, actor, event.params.number)
    const { language } = await findErrandRound(db, actor)
    const name = m.running_name({}, { locale: isLocale(language) ? language : baseLocale })
    return submit(event, 'another', v.object({}), async (tx) => {
      const begun = await beginAnotherAnswer(tx, actor, item.id, name, secrets)
      return address(event.locals.locale, 'answer', begun.token, begun.number)
    })
  },
  unchanged: (event) => saveAnswer(event, toNext(event), saveUnchanged)
}
