import { redirect, type RequestEvent } from '@sveltejs/kit'
import { signInAsDemonstration } from '#server/domain/sign-in/demonstration.ts'
import { listDemonstrationLinks, type DemonstrationLink } from '#server/domain/sign-in/demonstration-links.ts'
import { findDemonstrationPerson, listDemonstrationPersons } from '#server/domain/sign-in/roles.ts'
import { runtime } from '#server/platform/runtime.ts'
import { address } from '#ui/words/addresses.ts'
import { cookiesOf, setCookies, signInFor } from '../../../session.ts'
import { readWritten } from '../../../submitting.ts'
import { wayBack } from '../../way-back.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ url, locals }) => {
  const { db, secrets } = runtime()
  const role = url.searchParams.get('roll')
  const persons = role ? [await findDemonstrationPerson(db, role)] : await listDemonstrationPersons(db)
  const links = role ? null : await listDemonstrationLinks(db, secrets)
  const opened = (name: 'answer' | 'read-report', all: DemonstrationLink[] = []) =>
    [...Map.groupBy(all, ({ of }) => of)].map(([of, found]) => ({
      of,
      links: found.map(({ who, token }) => ({ who, href: address(locals.locale, name, token) }))
    }))
  return {
    persons: persons.map(({ name, mail, position }) => ({ name, mail, position })),
    reading: opened('read-report', links?.reading),
    answering: opened('answer', links?.answering)
  }
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
