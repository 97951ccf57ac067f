import { newId, type Id } from '#server/platform/db/ids.ts'
import type { Tx } from '#server/platform/db/write.ts'
import { recordFact } from '#server/platform/facts.ts'
import { Invalid, NotAllowed } from '#server/platform/refusals.ts'
import { settled } from '#server/platform/db/constraints.ts'
import type { Actor } from './actor.ts'
import { requireAnotherAdministrator } from './administrators.ts'
import type { NewGrant, Scope } from './fields.ts'
import { withdrawLinksForOthers, withdrawLinksOf } from './links.ts'
import { can } from './permissions.ts'

/**
 * Given twice it is one. Whoever comes to coordinate opens no drafts of others by a link they had before.
 * @throws Invalid `scope: not_a_choice` when there is nothing there.
 */
export async function grantRole(tx: Tx, actor: Actor, person: Id, { role, scope }: NewGrant): Promise<void> {
  if (!can(actor).grant) throw new NotAllowed()
  await requireScope(tx, scope)
  const made = await settled<object | undefined>(
    role === 'member' ? join(tx, person, scope) : give(tx, person, role, scope)
  )
  if (made) await withdrawLinksForOthers(tx, person)
  if (made) await recordFact(tx, 'role.granted', { kind: 'person', id: person }, told(role, scope))
}

/**
 * Whoever speaks for an organisation no more does not answer for it by link either.
 * @throws Invalid `form: last_administrator`.
 */
export async function withdrawRole(
  tx: Tx,
  actor: Actor,
  person: Id,
  { role, scope }: NewGrant
): Promise<void> {
  if (!can(actor).grant) throw new NotAllowed()
  if (role === 'administrator') await requireAnotherAdministrator(tx, person)
  const gone = role === 'member' ? await leave(tx, person, scope) : await take(tx, person, role, scope)
  if (gone && role === 'representative') await withdrawLinksOf(tx, person, String(scope.id))
  if (gone) await withdrawLinksForOthers(tx, person)
  if (gone) await recordFact(tx, 'role.withdrawn', { kind: 'person', id: person }, told(role, scope))
}

const told = (role: string, scope: Scope) => ({ role, scope_kind: scope.kind, scope_id: scope.id })

/** A scope has no foreign key: it may be of three tables. */
async function requireScope(tx: Tx, { kind, id }: Scope): Promise<void> {
  if (kind === 'installation') return
  const found = await tx.selectFrom(kind).select('id').where('id', '=', id).executeTakeFirst()
  if (!found) throw new Invalid({ scope: 'not_a_choice' })
}

const give = (tx: Tx, person: Id, role: string, { kind, id }: Scope) =>
  tx
    .insertInto('role_grant')
    .values({ id: newId(), person_id: person, role, scope_kind: kind, scope_id: id })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst()

const join = (tx: Tx, person: Id, { id }: Scope) =>
  tx
    .insertInto('membership')
    .values({ person_id: person, organisation_id: String(id) })
    .onConflict((conflict) => conflict.doNothing())
    .returning('organisation_id')
    .executeTakeFirst()

const take = (tx: Tx, person: Id, role: string, { kind, id }: Scope) =>
  tx
    .deleteFrom('role_grant')
    .where('person_id', '=', person)
    .where('role', '=', role)
    .where('scope_kind', '=', kind)
    .where('scope_id', 'is not distinct from', id)
    .returning('id')
    .executeTakeFirst()

const leave = (tx: Tx, person: Id, { id }: Scope) =>
  tx
    .deleteFrom('membership')
    .where('person_id', '=', person)
    .where('organisation_id', '=', String(id))
    .returning('organisation_id')
    .executeTakeFirst()
