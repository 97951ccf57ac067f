import { fail, redirect, type RequestEvent } from '@sveltejs/kit'
import { asking } from '#server/domain/sign-in/fields.ts'
import { askForCode } from '#server/domain/sign-in/signing-in.ts'
import { read } from '#server/platform/forms/fields.ts'
import { runtime } from '#server/platform/runtime.ts'
import { address } from '#ui/words/addresses.ts'
import { signInFor } from '../../session.ts'
import { readWritten, tooMany } from '../../submitting.ts'
import { keepingWayBack, wayBack } from '../way-back.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = (event) => {
  if (event.locals.actor.person) redirect(303, wayBack(event))
  return { demonstration: address(event.locals.locale, 'sign-in', 'demonstration') }
}

export const actions = {
  default: async (event: RequestEvent) => {
    const { locale } = event.locals
    const written = await readWritten(event)
    const reading = read(asking, written)
    if (!reading.ok) return fail(422, { errors: reading.errors, written })
    const { mail } = reading.value
    try {
      await askForCode(
        { ...runtime(), signIn: await signInFor(event) },
        mail,
        event.getClientAddress(),
        locale
      )
    } catch (refusal) {
      return tooMany(event, refusal, { errors: { mail: 'too_many' }, written })
    }
    redirect(303, keepingWayBack(address(locale, 'sign-in', 'code'), event, { mail }))
  }
}
