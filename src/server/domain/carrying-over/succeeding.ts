import { sql } from 'kysely'
import { newId, type Id } from '#server/platform/db/ids.ts'
import type { Db, Tx } from '#server/platform/db/write.ts'
import { recordFact } from '#server/platform/facts.ts'
import { NotAllowed } from '#server/platform/refusals.ts'
import type { Lifecycle } from '../collaborations/collaborations.ts'
import { insertCollaboration, type Made } from '../collaborations/creating.ts'
import { reachOf, seenCollaboration } from '../collaborations/finding.ts'
import { listObjectives } from '../objectives/objectives.ts'
import type { Actor } from '../people/actor.ts'
import type { NewSuccessor } from './fields.ts'
import { can, canBegin } from './permissions.ts'

export type Successor = {
  id: Id
  slug: string
  name: string
  language: string
  lifecycle: Lifecycle
  waiting: number
}

/** The collaborations that go on from this one and are this actor's to carry over into. */
export async function listSuccessors(db: Db, actor: Actor, earlier: Id): Promise<Successor[]> {
  const { rows } = await sql<Successor>`
    select c.id, c.slug, c.name, c.language, c.lifecycle,
      (select count(*) from carry_over k join commitment e on e.id = k.earlier_id
        where k.collaboration_id = c.id and e.collaboration_id = ${earlier} and k.carried_at is null and k.choice <> 'ask') as waiting
    from collaboration c where c.predecessor_id = ${earlier} and ${reachOf(actor, 'c')}
    order by c.from_day, c.name collate "sv-x-icu"`.execute(db)
  return rows.filter(({ id }) => can(actor, { earlier, successor: id }).see)
}

/**
 * Begins the collaboration that goes on from this one, to be prepared: the same place, authority, contact, parties and
 * plan to begin with. Whoever coordinates this one coordinates it. Sent twice it is one.
 * @throws NotFound, NotAllowed.
 */
export async function beginSuccessor(tx: Tx, actor: Actor, earlier: Id, form: NewSuccessor): Promise<Made> {
  await seenCollaboration(tx, actor, earlier)
  if (!canBegin(actor, earlier)) throw new NotAllowed()
  const before = await begunBefore(tx, earlier, form)
  if (before) return before
  const basis = await basisOf(tx, earlier)
  const made = await insertCollaboration(tx, {
    ...basis,
    ...form,
    purpose: basis.purpose,
    lifecycle: 'preparing',
    predecessor_id: earlier
  })
  await copyParties(tx, earlier, made.id)
  await copyPlan(tx, earlier, made.id)
  await letTheSameCoordinate(tx, earlier, made.id)
  await recordFact(
    tx,
    'collaboration.succeeded',
    { kind: 'collaboration', id: earlier },
    { successor: made.id }
  )
  return made
}

/** The form carries an id; sent twice at once, the second waits here. */
async function begunBefore(tx: Tx, earlier: Id, { id, name }: NewSuccessor): Promise<Made | undefined> {
  await tx.selectFrom('collaboration').select('id').where('id', '=', earlier).forNoKeyUpdate().execute()
  return tx
    .selectFrom('collaboration')
    .select(['id', 'slug'])
    .where('id', '=', id)
    .where('predecessor_id', '=', earlier)
    .where('name', '=', name)
    .executeTakeFirst()
}

async function basisOf(tx: Tx, id: Id) {
  const basis = await tx
    .selectFrom('collaboration')
    .select(['authority_id', 'main_area_id', 'purpose', 'guidelines', 'principles', 'language', 'invented'])
    .select(['contact_function', 'contact_mail', 'contact_phone'])
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  const tied = async (
    table: 'collaboration_area' | 'collaboration_parent',
    column: 'area_id' | 'parent_id'
  ) => {
    const { rows } = await sql<{ id: Id }>`select ${sql.ref(column)} as id from ${sql.table(table)}
      where collaboration_id = ${id}`.execute(tx)
    return rows.map((row) => row.id)
  }
  return {
    ...basis,
    area_ids: await tied('collaboration_area', 'area_id'),
    parent_ids: await tied('collaboration_parent', 'parent_id')
  }
}

/** Those who had not left. */
async function copyParties(tx: Tx, earlier: Id, later: Id): Promise<void> {
  const parties = await tx
    .selectFrom('party')
    .innerJoin('collaboration', 'collaboration.id', 'party.collaboration_id')
    .select(['organisation_id', 'role', 'note', 'contact_name', 'party.contact_mail'])
    .where('collaboration.id', '=', earlier)
    .where((eb) =>
      eb.or([eb('party.to_day', 'is', null), eb('party.to_day', '>=', eb.ref('collaboration.to_day'))])
    )
    .execute()
  const rows = parties.map((party) => ({ ...party, id: newId(), collaboration_id: later }))
  if (rows.length > 0) await tx.insertInto('party').values(rows).execute()
}

async function copyPlan(tx: Tx, earlier: Id, later: Id): Promise<void> {
  const plan = await listObjectives(tx, earlier)
  const anew = new Map(plan.map(({ id }) => [id, newId()]))
  const rows = plan.map(({ id, parent_id, version: _, ...objective }) => ({
    ...objective,
    id: anew.get(id)!,
    parent_id: (parent_id && anew.get(parent_id)) ?? null,
    collaboration_id: later
  }))
  if (rows.length > 0) await tx.insertInto('objective').values(rows).execute()
}

async function letTheSameCoordinate(tx: Tx, earlier: Id, later: Id): Promise<void> {
  const grants = await tx
    .selectFrom('role_grant')
    .select(['person_id', 'role', 'scope_kind'])
    .where('role', '=', 'coordinator')
    .where('scope_kind', '=', 'collaboration')
    .where('scope_id', '=', earlier)
    .execute()
  const rows = grants.map((grant) => ({ ...grant, id: newId(), scope_id: later }))
  if (rows.length > 0) await tx.insertInto('role_grant').values(rows).execute()
}
