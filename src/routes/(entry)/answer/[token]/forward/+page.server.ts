import { fail, redirect } from '@sveltejs/kit'
import * as v from 'valibot'
import {
  forwarding,
  forwardItems,
  listForwarded,
  withdrawForwarded
} from '#server/domain/answers/forwarding.ts'
import { countAttempt } from '#server/platform/attempts/attempts.ts'
import { write } from '#server/platform/db/write.ts'
import { id, read } from '#server/platform/forms/fields.ts'
import { Invalid } from '#server/platform/refusals.ts'
import { runtime } from '#server/platform/runtime.ts'
import { readWritten, submit, tooMany } from '../../../../submitting.ts'
import { holderOf } from '../../holding.ts'
import { loadStreet } from '../../loading.ts'

/** It sends mail to whoever is named. */
const forwards = { what: 'forward', most: 20, withinSeconds: 3600 }
const withdrawn = v.object({ link: id() })

export const load = async (event) => {
  const actor = await holderOf(event)
  const street = await loadStreet(event)
  const about = street.items.find(({ place }) => place === event.url.searchParams.get('om'))
  return {
    ...street,
    /** What is proposed: that which somebody came from, or all. */
    proposed: (about ? [about] : street.items).map(({ id }) => id),
    forwarded: await listForwarded(runtime().db, actor),
    sent: event.url.searchParams.has('skickad')
  }
}

export const actions = {
  forward: async (event) => {
    const { db, secrets } = runtime()
    const actor = await holderOf(event)
    const written = await readWritten(event)
    const refused = (errors: Record<string, string>) => ({ form: 'forward', errors, written })
    const reading = read(forwarding, written)
    if (!reading.ok) return fail(422, refused(reading.errors))
    try {
      await countAttempt(db, secrets, forwards, actor.errand.space)
      await write(db, actor, (tx) => forwardItems(tx, actor, reading.value, secrets))
    } catch (refusal) {
      if (refusal instanceof Invalid) return fail(422, refused(refusal.errors))
      return tooMany(event, refusal, refused({ form: 'too_many' }))
    }
    redirect(303, `${event.url.pathname}?skickad`)
  },
  withdraw: async (event) => {
    const actor = await holderOf(event)
    return submit(event, 'withdraw', withdrawn, async (tx, { link }) => {
      await withdrawForwarded(tx, actor, link)
      return event.url.pathname
    })
  }
}
