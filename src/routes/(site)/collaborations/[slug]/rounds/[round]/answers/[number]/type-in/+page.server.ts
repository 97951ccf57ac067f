import type { RequestEvent } from '@sveltejs/kit'
import { findItemToTypeIn, typedIn, typeInAnswer } from '#server/domain/answers/typing-in.ts'
import { findItemAt } from '#server/domain/reports/refs.ts'
import { timeZoneOf } from '#server/domain/installation/installation.ts'
import { dayIn } from '#server/platform/clock.ts'
import { runtime } from '#server/platform/runtime.ts'
import { submit } from '../../../../../../../../submitting.ts'
import { roundIn } from '../../../round.ts'

async function itemIn(event: RequestEvent) {
  const { db } = runtime()
  const { round, about } = await roundIn(event)
  const id = await findItemAt(db, round.id, event.params['number'] ?? '')
  return { about, item: await findItemToTypeIn(db, event.locals.actor, id) }
}

export const load = async (event) => {
  const { about, item } = await itemIn(event)
  const { id, about: level, number, title, wording, organisation_name, commitment_id, asked, refused } = item
  return {
    ...about,
    today: dayIn(await timeZoneOf(runtime().db)),
    item: { id, about: level, number, title, wording, organisation_name, seed: commitment_id ?? id },
    asked,
    refused,
    answer: `${about.answers}/${event.params.number}`
  }
}

export const actions = {
  default: async (event) => {
    const { about, item } = await itemIn(event)
    const { actor } = event.locals
    return submit(event, 'typeIn', typedIn, async (tx, typed) => {
      await typeInAnswer(tx, actor, item.id, typed)
      return `${about.answers}/${event.params.number}`
    })
  }
}
