import { findInstallation } from '../domain/installation/installation.ts'
import { ensureAccount } from '../domain/people/accounts.ts'
import { findDemonstrationPerson, findPersonInRole } from '../domain/sign-in/roles.ts'
import { openSignIn } from '../domain/sign-in/sessions.ts'
import type { Runtime } from '../platform/runtime.ts'
import { publicAddress } from '../platform/settings/settings.ts'
import { address } from '#ui/words/addresses.ts'
import { isLocale } from '#ui/words/locale.ts'

type House = Pick<Runtime, 'db' | 'secrets' | 'settings'>

/**
 * An address that signs in by one press: as the demonstration's role there, else as the first person who has the role,
 * or whose mail begins so, by a code that works for ten minutes. For whoever runs the machine, who could do anything.
 * @throws NotFound when there is nobody.
 */
export async function signInLink({ db, secrets, settings }: House, role: string): Promise<string> {
  const installation = await findInstallation(db)
  const locale = isLocale(installation?.language) ? installation.language : 'sv'
  const base = `${publicAddress(settings)}${address(locale, 'sign-in', installation?.demonstration ? 'demonstration' : 'code')}`
  if (installation?.demonstration) {
    await findDemonstrationPerson(db, role)
    return `${base}?${new URLSearchParams({ roll: role })}`
  }
  const person = await findPersonInRole(db, role)
  await ensureAccount(db, person)
  const code = await openSignIn(db, secrets, false).makeCode(person.mail)
  return `${base}?${new URLSearchParams({ mail: person.mail, kod: code })}`
}
