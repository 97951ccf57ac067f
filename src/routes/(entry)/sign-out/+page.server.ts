import { redirect, type RequestEvent } from '@sveltejs/kit'
import { baseLocale } from '#ui/words/locale.ts'
import { cookiesOf, setCookies, signInFor } from '../../session.ts'

export const actions = {
  default: async (event: RequestEvent) => {
    if (event.locals.actor.person) {
      const signIn = await signInFor(event)
      setCookies(event, await signIn.end(cookiesOf(event)))
    }
    const { locale } = event.locals
    redirect(303, locale === baseLocale ? '/' : `/${locale}`)
  }
}
