import { sql } from 'kysely'
import type { Id } from '#server/platform/db/ids.ts'
import type { Db } from '#server/platform/db/write.ts'
import { NotAllowed, NotFound } from '#server/platform/refusals.ts'
import type { Actor } from './actor.ts'
import type { Grantable, ScopeKind } from './fields.ts'
import { can } from './permissions.ts'

export type Grant = { role: Grantable; scope_kind: ScopeKind; scope_id: Id | null; scope_name: string | null }

/** Roles and memberships, each with the name of where it holds. */
const grants = (person: Id | null) => sql<Grant & { person_id: Id }>`
  select g.person_id, g.role, g.scope_kind, g.scope_id,
    coalesce(a.name, c.name, o.name) as scope_name
  from (
    select person_id, role, scope_kind, scope_id from role_grant
    union all select person_id, 'member', 'organisation', organisation_id from membership
  ) g
  left join area a on g.scope_kind = 'area' and a.id = g.scope_id
  left join collaboration c on g.scope_kind = 'collaboration' and c.id = g.scope_id
  left join organisation o on g.scope_kind = 'organisation' and o.id = g.scope_id
  where ${person}::uuid is null or g.person_id = ${person}
  order by array_position(array['administrator', 'coordinator', 'reader', 'representative', 'member'], g.role), scope_name`

const columns = ['id', 'version', 'name', 'mail', 'position', 'language', 'ended_at'] as const

/** Those who have ended last. @throws NotAllowed for others than administrators. */
export async function listPeople(db: Db, actor: Actor) {
  if (!can(actor).list) throw new NotAllowed()
  const people = await db
    .selectFrom('person')
    .select(columns)
    .orderBy(sql`ended_at is not null`)
    .orderBy(sql`name collate "sv-x-icu"`)
    .orderBy('id')
    .execute()
  const { rows } = await grants(null).execute(db)
  return people.map((person) => ({
    ...person,
    grants: rows.filter(({ person_id }) => person_id === person.id)
  }))
}

export async function findPerson(db: Db, actor: Actor, id: Id) {
  if (!can(actor).list) throw new NotAllowed()
  const person = await db
    .selectFrom('person')
    .select(columns)
    .where('id', '=', id)
    .executeTakeFirstOrThrow(() => new NotFound('person'))
  const { rows } = await grants(id).execute(db)
  return { ...person, grants: rows }
}

/** Where a role can be given, by name. */
export async function listScopes(db: Db, actor: Actor) {
  if (!can(actor).grant) throw new NotAllowed()
  const byName = (table: 'area' | 'collaboration' | 'organisation') =>
    db
      .selectFrom(table)
      .select(['id', 'name'])
      .orderBy(sql`name collate "sv-x-icu"`)
      .execute()
  const [area, collaboration, organisation] = await Promise.all([
    byName('area'),
    byName('collaboration'),
    byName('organisation')
  ])
  return { area, collaboration, organisation }
}
