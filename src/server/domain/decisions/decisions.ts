import { sql } from 'kysely'
import { dayIn } from '#server/platform/clock.ts'
import type { Id } from '#server/platform/db/ids.ts'
import { insertOnce } from '#server/platform/db/once.ts'
import { changeVersioned } from '#server/platform/db/versions.ts'
import type { Db, Tx } from '#server/platform/db/write.ts'
import { recordFact } from '#server/platform/facts.ts'
import { Invalid, NotFound } from '#server/platform/refusals.ts'
import { audienceOfEdition } from '../collaborations/deciding.ts'
import { audienceHeld, changeable } from '../collaborations/finding.ts'
import { timeZoneOf } from '../installation/installation.ts'
import type { Actor } from '../people/actor.ts'
import { leastOf, type Reach } from '../people/reach.ts'
import type { DecisionSubject } from './about.ts'
import { decisionColumns, decisionReach } from './columns.ts'
import type { ChangedDecision, DecisionKind, NewDecision } from './fields.ts'

/** A collaboration's decisions, the latest first. */
export const listDecisions = (db: Db, actor: Actor, collaboration: Id) =>
  db
    .selectFrom('decision')
    .select(decisionColumns)
    .where('decision.collaboration_id', '=', collaboration)
    .where(decisionReach(actor))
    .orderBy('decision.decided_on', (order) => order.desc().nullsLast())
    .orderBy('decision.id', 'desc')
    .$narrowType<{ kind: DecisionKind }>()
    .execute()
export type Decision = Awaited<ReturnType<typeof listDecisions>>[number]

/**
 * About the collaboration itself where nothing else is said; last in the chain of what it is about.
 * @throws Invalid `decided_on: in_future` of one that is not made yet.
 */
export async function addDecision(
  tx: Tx,
  actor: Actor,
  collaborationId: Id,
  { id, reach = 'public', ...decision }: NewDecision,
  about: DecisionSubject = { kind: 'collaboration', id: collaborationId }
): Promise<Id> {
  await changeable(tx, actor, collaborationId)
  await refuseAhead(tx, decision)
  const made = await insertOnce(tx, 'decision', {
    id,
    kind: 'decision',
    ...decision,
    collaboration_id: collaborationId,
    reach,
    audience: await audienceFor(tx, collaborationId, reach, about)
  })
  if (!made.made) return made.id
  await sql`insert into decision_about (decision_id, subject_kind, subject_id, sort)
    select ${made.id}, ${about.kind}, ${about.id}, coalesce(max(sort), 0) + 1 from decision_about
    where subject_kind = ${about.kind} and subject_id = ${about.id}`.execute(tx)
  await recordFact(tx, 'decision.added', { kind: 'decision', id: made.id })
  return made.id
}

/**
 * @throws Conflict with the decision as it stands when it was changed since `version`.
 * @throws Invalid as when it is added.
 */
export async function changeDecision(tx: Tx, actor: Actor, id: Id, changes: ChangedDecision): Promise<void> {
  const collaboration = await changeableDecision(tx, actor, id)
  await refuseAhead(tx, changes)
  const edition = await tx
    .selectFrom('decision_about')
    .select('subject_id as id')
    .where('decision_id', '=', id)
    .where('subject_kind', '=', 'edition')
    .executeTakeFirst()
  const about = edition && ({ kind: 'edition', ...edition } as const)
  const whole = { ...changes, audience: await audienceFor(tx, collaboration, changes.reach, about) }
  if (await changeVersioned(tx, 'decision', id, whole))
    await recordFact(tx, 'decision.changed', { kind: 'decision', id })
}

/** One that was registered by mistake. */
export async function removeDecision(tx: Tx, actor: Actor, id: Id): Promise<void> {
  const there = await tx.selectFrom('decision').select('id').where('id', '=', id).executeTakeFirst()
  if (!there) return
  await changeableDecision(tx, actor, id)
  await tx.deleteFrom('decision_about').where('decision_id', '=', id).execute()
  await tx.deleteFrom('decision').where('id', '=', id).execute()
  await recordFact(tx, 'decision.removed', { kind: 'decision', id })
}

/** The collaboration it is in. @throws NotFound, NotAllowed as for that. */
export async function changeableDecision(tx: Tx, actor: Actor, id: Id): Promise<Id> {
  const { collaboration_id } = await tx
    .selectFrom('decision')
    .select('collaboration_id')
    .where('id', '=', id)
    .where(decisionReach(actor))
    .executeTakeFirstOrThrow(() => new NotFound('decision'))
  await changeable(tx, actor, collaboration_id)
  return collaboration_id
}

/** A proposal may lie ahead; what is decided has been. */
async function refuseAhead(tx: Tx, { kind = 'decision', decided_on }: NewDecision): Promise<void> {
  if (kind !== 'decision' || !decided_on) return
  if (decided_on > dayIn(await timeZoneOf(tx))) throw new Invalid({ decided_on: 'in_future' })
}

/** The least of its own reach, its collaboration's and that of the edition it is about. */
async function audienceFor(tx: Tx, collaboration: Id, reach: Reach, about?: DecisionSubject): Promise<Reach> {
  const held = await audienceHeld(tx, collaboration)
  if (about?.kind !== 'edition') return leastOf(reach, held)
  // Whoever publishes it meanwhile waits, and lets the decision out too.
  await sql`select from edition where id = ${about.id} for share`.execute(tx)
  const { rows } = await sql<{
    audience: Reach
  }>`select ${audienceOfEdition(sql`${about.id}`)} as audience`.execute(tx)
  return leastOf(reach, held, rows[0]?.audience ?? 'own')
}
