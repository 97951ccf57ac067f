import { redirect, type RequestEvent } from '@sveltejs/kit'
import { signInAsDemonstration } from '#server/domain/sign-in/demonstration.ts'
import { findDemonstrationPerson, listDemonstrationPersons } from '#server/domain/sign-in/roles.ts'
import { runtime } from '#server/platform/runtime.ts'
import { cookiesOf, setCookies, signInFor } from '../../../session.ts'
import { readWritten } from '../../../submitting.ts'
import { wayBack } from '../../way-back.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ url }) => {
  const { db } = runtime()
  const role = url.searchParams.get('roll')
  const persons = role ? [await findDemonstrationPerson(db, role)] : await listDemonstrationPersons(db)
  return { persons: persons.map(({ name, mail, position }) => ({ name, mail, position })) }
}

export const actions = {
  default: async (event: RequestEvent) => {
    const { mail } = await readWritten(event)
    const signIn = await signInFor(event)
    const session = await signInAsDemonstration(runtime().db, signIn, String(mail), cookiesOf(event))
    setCookies(event, session.cookies)
    redirect(303, wayBack(event))
  }
}
