import { settled } from '#server/platform/db/constraints.ts'
import { newId, type Id } from '#server/platform/db/ids.ts'
import { changeSlug, freeSlug, slugOf, slugOrTaken } from '#server/platform/db/slugs.ts'
import { changeVersioned } from '#server/platform/db/versions.ts'
import type { Tx } from '#server/platform/db/write.ts'
import { recordFact } from '#server/platform/facts.ts'
import { Invalid, NotAllowed, NotFound } from '#server/platform/refusals.ts'
import type { Actor } from '../people/actor.ts'
import type { ChangedOrganisation, NewOrganisation, NewPlace, NewSlug } from './fields.ts'
import { standsAbove } from './organisations.ts'
import { can } from './permissions.ts'

/**
 * The slug of the new organisation: from its name where none is given, with a number where that is taken.
 * @throws Invalid `slug: taken` when the given one is, or was, another's.
 */
export async function createOrganisation(tx: Tx, actor: Actor, written: NewOrganisation): Promise<string> {
  if (!can(actor).create) throw new NotAllowed()
  const before = written.id ? await slugOf(tx, 'organisation', written.id) : undefined
  if (before) return before
  const slug = await freeSlug(tx, 'organisation', written.name, written.slug)
  const organisation = { ...written, id: written.id ?? newId(), slug }
  const insert = tx
    .insertInto('organisation')
    .values(organisation)
    .onConflict((conflict) => conflict.doNothing())
  const made = await settled(insert.executeTakeFirst())
  if (!made.numInsertedOrUpdatedRows) return slugOrTaken(tx, 'organisation', organisation.id)
  await recordFact(tx, 'organisation.created', { kind: 'organisation', id: organisation.id })
  return slug
}

/**
 * @throws Conflict with the organisation as it stands when it was changed since `version`; Invalid
 *   `contact_mail: representatives_only` for members who do not speak for it.
 */
export async function changeOrganisation(
  tx: Tx,
  actor: Actor,
  id: Id,
  changes: ChangedOrganisation
): Promise<void> {
  if (!can(actor, id).change) throw new NotAllowed()
  if (!can(actor, id).contact) await requireSameMail(tx, id, changes.contact_mail)
  if (await changeVersioned(tx, 'organisation', id, changes))
    await recordFact(tx, 'organisation.changed', { kind: 'organisation', id })
}

async function requireSameMail(tx: Tx, id: Id, mail: string | null): Promise<void> {
  const { contact_mail } = await tx
    .selectFrom('organisation')
    .select('contact_mail')
    .where('id', '=', id)
    .executeTakeFirstOrThrow(() => new NotFound('organisation'))
  if (contact_mail !== mail) throw new Invalid({ contact_mail: 'representatives_only' })
}

/**
 * What it is a part of, from when to when it is there, and what took its place.
 * @throws Invalid `within_itself` when it would stand above or succeed itself; Conflict as `changeOrganisation`.
 */
export async function placeOrganisation(tx: Tx, actor: Actor, id: Id, changes: NewPlace): Promise<void> {
  if (!can(actor, id).place) throw new NotAllowed()
  const { parent_id, successor_id } = changes
  if (parent_id && (await standsAbove(tx, id, parent_id))) throw new Invalid({ parent_id: 'within_itself' })
  if (successor_id === id) throw new Invalid({ successor_id: 'within_itself' })
  if (await settled(changeVersioned(tx, 'organisation', id, changes)))
    await recordFact(tx, 'organisation.placed', { kind: 'organisation', id })
}

/** Its address changes; the one it had still leads here. @throws Invalid `slug: taken`; Conflict as above. */
export async function renameOrganisation(tx: Tx, actor: Actor, id: Id, changes: NewSlug): Promise<void> {
  if (!can(actor, id).place) throw new NotAllowed()
  if (await changeSlug(tx, 'organisation', id, changes))
    await recordFact(tx, 'organisation.renamed', { kind: 'organisation', id })
}
