import type { Db } from '#server/platform/db/write.ts'
import { NotFound } from '#server/platform/refusals.ts'
import { ensureAccount } from '../people/accounts.ts'
import { findDemonstrationPerson } from './roles.ts'
import type { Session, SignIn } from './sessions.ts'

/** Without a mail. @throws NotFound in an installation that is not a demonstration. */
export async function signInAsDemonstration(
  db: Db,
  signIn: SignIn,
  role: string,
  headers: Headers
): Promise<Session> {
  const person = await findDemonstrationPerson(db, role)
  await ensureAccount(db, person)
  const session = await signIn.open(person.mail, await signIn.makeCode(person.mail), headers)
  if (!session) throw new NotFound('demonstration person')
  return session
}
