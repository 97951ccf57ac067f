import { fail, redirect } from '@sveltejs/kit'
import { submitAnswers } from '#server/domain/answers/submitting.ts'
import { write } from '#server/platform/db/write.ts'
import { Conflict, Invalid } from '#server/platform/refusals.ts'
import { runtime } from '#server/platform/runtime.ts'
import { address } from '#ui/words/addresses.ts'
import { readWritten } from '../../../../submitting.ts'
import { holderOf } from '../../holding.ts'
import { colleaguesData, loadStreet } from '../../loading.ts'
import { chosenIn } from './choosing.ts'

export const load = async (event) => {
  const { begun } = await colleaguesData(await holderOf(event))
  return { ...(await loadStreet(event)), begun }
}

export const actions = {
  default: async (event) => {
    const { db, secrets } = runtime()
    const actor = await holderOf(event)
    const chosen = chosenIn(await readWritten(event))
    if (chosen.length === 0) return fail(422, { code: 'nothing_chosen' })
    try {
      await write(db, actor, (tx) => submitAnswers(tx, actor, chosen, secrets))
    } catch (refusal) {
      if (refusal instanceof Invalid) return fail(422, { code: refusal.errors['form'] ?? 'changed' })
      if (refusal instanceof Conflict) return fail(409, { code: 'changed' })
      throw refusal
    }
    redirect(303, address(event.locals.locale, 'answer', event.params.token, 'receipt'))
  }
}
