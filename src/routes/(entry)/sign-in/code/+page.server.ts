import { fail, redirect, type RequestEvent } from '@sveltejs/kit'
import { signingIn } from '#server/domain/sign-in/fields.ts'
import { signInByCode } from '#server/domain/sign-in/signing-in.ts'
import { read } from '#server/platform/forms/fields.ts'
import { runtime } from '#server/platform/runtime.ts'
import { address } from '#ui/words/addresses.ts'
import { cookiesOf, setCookies, signInFor } from '../../../session.ts'
import { readWritten, tooMany } from '../../../submitting.ts'
import { keepingWayBack, wayBack } from '../../way-back.ts'
import type { PageServerLoad } from './$types'

/** Mail programs open links to look at them, so opening this one only fills in the form. */
export const load: PageServerLoad = (event) => {
  if (event.locals.actor.person) redirect(303, wayBack(event))
  const { searchParams } = event.url
  return {
    mail: searchParams.get('mail') ?? '',
    code: searchParams.get('kod') ?? '',
    askAgain: keepingWayBack(address(event.locals.locale, 'sign-in'), event)
  }
}

export const actions = {
  default: async (event: RequestEvent) => {
    const written = await readWritten(event)
    const reading = read(signingIn, written)
    if (!reading.ok) return fail(422, { errors: reading.errors, written })
    const house = { ...runtime(), signIn: await signInFor(event) }
    const from = { ip: event.getClientAddress(), headers: cookiesOf(event) }
    try {
      const session = await signInByCode(house, { ...reading.value, ...from })
      if (!session) return fail(422, { errors: { code: 'wrong_code' }, written })
      setCookies(event, session.cookies)
    } catch (refusal) {
      return tooMany(event, refusal, { errors: { code: 'too_many' }, written })
    }
    redirect(303, wayBack(event))
  }
}
