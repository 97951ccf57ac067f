import type { Db } from '#server/platform/db/write.ts'
import { NotFound } from '#server/platform/refusals.ts'

/** Those who have a role and have not ended, by their first role. */
const listPersonsInRoles = (db: Db) =>
  db
    .selectFrom('person')
    .innerJoin('role_grant', 'role_grant.person_id', 'person.id')
    .select(['person.id', 'person.name', 'person.mail', 'person.position'])
    .select((eb) => eb.fn.agg<string[]>('array_agg', ['role_grant.role']).distinct().as('roles'))
    .where('person.ended_at', 'is', null)
    .groupBy('person.id')
    .orderBy('person.id')
    .execute()
export type PersonInRole = Awaited<ReturnType<typeof listPersonsInRoles>>[number]

/** By role, or by how their mail begins where several have it. @throws NotFound */
export async function findPersonInRole(db: Db, role: string): Promise<PersonInRole> {
  const persons = await listPersonsInRoles(db)
  const found =
    persons.find(({ roles }) => roles.includes(role)) ??
    persons.find(({ mail }) => role !== '' && mail.startsWith(role.toLowerCase()))
  if (!found) throw new NotFound('person in role')
  return found
}

/** @throws NotFound unless the database itself says that it is a demonstration. */
export async function requireDemonstration(db: Db): Promise<void> {
  await db
    .selectFrom('installation')
    .select('id')
    .where('demonstration', '=', true)
    .executeTakeFirstOrThrow(() => new NotFound('demonstration'))
}

export async function listDemonstrationPersons(db: Db): Promise<PersonInRole[]> {
  await requireDemonstration(db)
  return listPersonsInRoles(db)
}

export async function findDemonstrationPerson(db: Db, role: string): Promise<PersonInRole> {
  await requireDemonstration(db)
  return findPersonInRole(db, role)
}
