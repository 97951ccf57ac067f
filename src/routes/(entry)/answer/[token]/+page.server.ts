import { redirect, type RequestEvent } from '@sveltejs/kit'
import * as v from 'valibot'
import { askToBeLetIn, letIn } from '#server/domain/answers/admission.ts'
import { answerAfterAll, declining, declineToAnswer } from '#server/domain/answers/declining.ts'
import type { LinkActor } from '#server/domain/links/links.ts'
import { addPromise } from '#server/domain/proposals/adding.ts'
import { timeZoneOf } from '#server/domain/installation/installation.ts'
import { write, type Tx } from '#server/platform/db/write.ts'
import { id } from '#server/platform/forms/fields.ts'
import { runtime } from '#server/platform/runtime.ts'
import { address } from '#ui/words/addresses.ts'
import { submit } from '../../../submitting.ts'
import { holderOf } from '../holding.ts'
import { colleaguesData, loadStreet } from '../loading.ts'

const newcomer = v.object({ responder: id() })

export const load = async (event) => ({
  ...(await loadStreet(event)),
  ...(await colleaguesData(await holderOf(event))),
  asked: event.url.searchParams.has('bett')
})

const homeOf = ({ locals, params }: RequestEvent): string =>
  address(locals.locale, 'answer', params['token'] ?? '')

async function pressed(event: RequestEvent, command: (tx: Tx, actor: LinkActor) => Promise<void>) {
  const actor = await holderOf(event)
  await write(runtime().db, actor, (tx) => command(tx, actor))
}

export const actions = {
  decline: async (event) => {
    const actor = await holderOf(event)
    return submit(event, 'decline', declining, async (tx, value) => {
      await declineToAnswer(tx, actor, value)
      return homeOf(event)
    })
  },
  resume: async (event) => {
    await pressed(event, answerAfterAll)
    redirect(303, homeOf(event))
  },
  ask: async (event) => {
    await pressed(event, async (tx, actor) => askToBeLetIn(tx, actor, await timeZoneOf(tx)))
    redirect(303, `${homeOf(event)}?bett`)
  },
  /** One more promise to word. */
  add: async (event) => {
    const actor = await holderOf(event)
    return submit(event, 'add', v.object({}), async (tx) =>
      address(event.locals.locale, 'answer', event.params.token, await addPromise(tx, actor))
    )
  },
  admit: async (event) => {
    const actor = await holderOf(event)
    return submit(event, 'admit', newcomer, async (tx, { responder }) => {
      await letIn(tx, actor, responder)
      return `${homeOf(event)}#kollegor`
    })
  }
}
