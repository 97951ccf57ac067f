import { sql } from 'kysely'
import type { Id } from '#server/platform/db/ids.ts'
import { settled } from '#server/platform/db/constraints.ts'
import { insertOnce } from '#server/platform/db/once.ts'
import { changeVersioned } from '#server/platform/db/versions.ts'
import type { Db, Tx } from '#server/platform/db/write.ts'
import { recordFact } from '#server/platform/facts.ts'
import { NotFound } from '#server/platform/refusals.ts'
import { changeable } from '../collaborations/finding.ts'
import type { Actor } from '../people/actor.ts'
import type { ChangedParty, NewParty } from './fields.ts'

/** Who is in a collaboration, by role and name. Contacts are for its coordinators alone. */
export const listParties = (db: Db, collaboration: Id) =>
  db
    .selectFrom('party')
    .innerJoin('organisation', 'organisation.id', 'party.organisation_id')
    .select([
      'party.id',
      'party.version',
      'party.organisation_id',
      'party.role',
      'party.from_day',
      'party.to_day',
      'party.note',
      'organisation.name',
      'organisation.slug'
    ])
    .where('party.collaboration_id', '=', collaboration)
    .orderBy(
      sql`array_position(array['maker', 'convener', 'party', 'participant', 'funder', 'reference'], party.role)`
    )
    .orderBy(sql`organisation.name collate "sv-x-icu"`)
    .orderBy('party.from_day')
    .execute()
export type Party = Awaited<ReturnType<typeof listParties>>[number]

/** The contacts of its parties, by party. @throws NotAllowed for others than those who coordinate it. */
export async function listPartyContacts(db: Db, actor: Actor, collaboration: Id) {
  await changeable(db, actor, collaboration)
  return db
    .selectFrom('party')
    .select(['id', 'contact_name', 'contact_mail'])
    .where('collaboration_id', '=', collaboration)
    .execute()
}

const overlap = { party_no_overlap: { organisation_id: 'overlaps' } }

/** Sent twice makes one. @throws Invalid `organisation_id: overlaps` when it already has that role at that time. */
export async function addParty(tx: Tx, actor: Actor, collaboration: Id, party: NewParty): Promise<Id> {
  await changeable(tx, actor, collaboration)
  const { id, made } = await insertOnce(tx, 'party', { ...party, collaboration_id: collaboration }, overlap)
  if (made) await record(tx, collaboration, 'party.added', party)
  return id
}

/** A party that leaves gets a last day. @throws Conflict, Invalid `overlaps`. */
export async function changeParty(
  tx: Tx,
  actor: Actor,
  collaboration: Id,
  id: Id,
  changes: ChangedParty
): Promise<void> {
  await changeable(tx, actor, collaboration)
  await partyOf(tx, collaboration, id)
  if (await settled(changeVersioned(tx, 'party', id, changes), overlap))
    await record(tx, collaboration, 'party.changed', changes)
}

/** Takes away a party added by mistake; history keeps that it was there. */
export async function removeParty(tx: Tx, actor: Actor, collaboration: Id, id: Id): Promise<void> {
  await changeable(tx, actor, collaboration)
  const removed = await tx
    .deleteFrom('party')
    .where('id', '=', id)
    .where('collaboration_id', '=', collaboration)
    .returning(['organisation_id', 'role'])
    .executeTakeFirst()
  if (removed) await record(tx, collaboration, 'party.removed', removed)
}

const partyOf = (tx: Tx, collaboration: Id, id: Id) =>
  tx
    .selectFrom('party')
    .select('id')
    .where('id', '=', id)
    .where('collaboration_id', '=', collaboration)
    .executeTakeFirstOrThrow(() => new NotFound('party'))

const record = (
  tx: Tx,
  id: Id,
  code: string,
  { organisation_id, role }: { organisation_id: Id; role: string }
) => recordFact(tx, code, { kind: 'collaboration', id }, { organisation: organisation_id, role })
