import { now } from '#server/platform/clock.ts'
import { settled } from '#server/platform/db/constraints.ts'
import type { Id } from '#server/platform/db/ids.ts'
import { insertOnce } from '#server/platform/db/once.ts'
import { changeVersioned } from '#server/platform/db/versions.ts'
import type { Tx } from '#server/platform/db/write.ts'
import { recordFact } from '#server/platform/facts.ts'
import { Invalid, NotAllowed, NotFound } from '#server/platform/refusals.ts'
import { removeAccount } from './accounts.ts'
import type { Actor } from './actor.ts'
import { requireAnotherAdministrator } from './administrators.ts'
import type { ChangedPerson, NewPerson } from './fields.ts'
import { withdrawLinksForOthers, withdrawLinksOf } from './links.ts'
import { can } from './permissions.ts'

const refusals = { person_mail: { mail: 'taken' } }

/** @throws Invalid `mail: taken`. */
export async function createPerson(tx: Tx, actor: Actor, person: NewPerson): Promise<Id> {
  if (!can(actor).create) throw new NotAllowed()
  const { id, made } = await insertOnce(tx, 'person', person, refusals)
  if (made) await recordFact(tx, 'person.created', { kind: 'person', id })
  return id
}

/**
 * A new mail is one to sign in by, and the old one no longer; nor do personal links that were sent to it open anything.
 * @throws Invalid `mail: taken`; Conflict with the person as they stand when changed since `version`.
 */
export async function changePerson(tx: Tx, actor: Actor, id: Id, changes: ChangedPerson): Promise<void> {
  if (!can(actor).change) throw new NotAllowed()
  const { mail } = await tx
    .selectFrom('person')
    .select('mail')
    .where('id', '=', id)
    .executeTakeFirstOrThrow(() => new NotFound('person'))
  const moves = mail !== changes.mail
  if (moves) await withdrawLinksOf(tx, id)
  if (!(await settled(changeVersioned(tx, 'person', id, changes), refusals))) return
  if (moves) await removeAccount(tx, id)
  if (moves) await withdrawLinksForOthers(tx, id)
  await recordFact(tx, 'person.changed', { kind: 'person', id })
}

/**
 * Signs them out everywhere, and their personal links open nothing more; their roles stay, in case they come back, and
 * give nothing meanwhile.
 */
export async function endPerson(tx: Tx, actor: Actor, id: Id): Promise<void> {
  if (!can(actor).end) throw new NotAllowed()
  if (id === actor.person?.id) throw new Invalid({ form: 'yourself' })
  await requireAnotherAdministrator(tx, id)
  const ended = await tx
    .updateTable('person')
    .set((eb) => ({ ended_at: now(), version: eb('version', '+', 1) }))
    .where('id', '=', id)
    .where('ended_at', 'is', null)
    .returning('id')
    .executeTakeFirst()
  if (!ended) return
  await removeAccount(tx, id)
  await withdrawLinksOf(tx, id)
  await recordFact(tx, 'person.ended', { kind: 'person', id })
}

export async function resumePerson(tx: Tx, actor: Actor, id: Id): Promise<void> {
  if (!can(actor).end) throw new NotAllowed()
  const resumed = await tx
    .updateTable('person')
    .set((eb) => ({ ended_at: null, version: eb('version', '+', 1) }))
    .where('id', '=', id)
    .where('ended_at', 'is not', null)
    .returning('id')
    .executeTakeFirst()
  if (resumed) await recordFact(tx, 'person.resumed', { kind: 'person', id })
}
