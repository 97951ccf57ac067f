import type { Db } from '#server/platform/db/write.ts'
import { NotFound } from '#server/platform/refusals.ts'
import { ensureAccount } from './accounts.ts'
import type { Session, SignIn } from './sessions.ts'

/** @throws NotFound unless the database itself says that it is a demonstration. */
async function requireDemonstration(db: Db): Promise<void> {
  await db
    .selectFrom('installation')
    .select('id')
    .where('demonstration', '=', true)
    .executeTakeFirstOrThrow(() => new NotFound('demonstration'))
}

const roles = ['administrator', 'coordinator', 'reader', 'representative'] as const

/** Those who can be tried out, by what they may do. */
export async function listDemonstrationPersons(db: Db) {
  await requireDemonstration(db)
  return db
    .selectFrom('person')
    .innerJoin('role_grant', 'role_grant.person_id', 'person.id')
    .select(['person.id', 'person.name', 'person.mail', 'person.position'])
    .select((eb) => eb.fn.min<(typeof roles)[number]>('role_grant.role').as('role'))
    .where('person.ended_at', 'is', null)
    .groupBy('person.id')
    .orderBy('role')
    .orderBy('person.id')
    .execute()
}
export type DemonstrationPerson = Awaited<ReturnType<typeof listDemonstrationPersons>>[number]

/** By role, or by how their mail begins where several have the role. */
export async function findDemonstrationPerson(db: Db, role: string): Promise<DemonstrationPerson> {
  const persons = await listDemonstrationPersons(db)
  const found =
    persons.find((person) => person.role === role) ??
    (role && persons.find((person) => person.mail.startsWith(role.toLowerCase())))
  if (!found) throw new NotFound('demonstration person')
  return found
}

/** @throws NotFound in an installation that is not a demonstration. */
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
