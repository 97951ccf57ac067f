import { sql } from 'kysely'
import type { Id } from '#server/platform/db/ids.ts'
import type { Db, Tx } from '#server/platform/db/write.ts'
import { recordFact, recordFacts } from '#server/platform/facts.ts'
import { Invalid, NotAllowed, NotFound } from '#server/platform/refusals.ts'
import { seenCollaboration } from '../collaborations/finding.ts'
import type { Actor } from '../people/actor.ts'
import { commitmentReach, commitmentTo } from './finding.ts'
import type { lineageKinds } from './fields.ts'
import { can } from './permissions.ts'

export type LineageKind = (typeof lineageKinds)[number]

/**
 * Says what a commitment comes from, in this collaboration or another that the actor may see. Told once more with
 * another kind, it is that kind. @throws NotFound, NotAllowed; Invalid when it would come from itself.
 */
export async function setLineage(
  tx: Tx,
  actor: Actor,
  later: Id,
  { earlier, kind }: { earlier: Id; kind: LineageKind }
): Promise<void> {
  await commitmentTo('tie', tx, actor, later)
  if (earlier === later) throw new Invalid({ earlier_number: 'not_a_choice' })
  await tx
    .selectFrom('commitment')
    .select('id')
    .where('id', '=', earlier)
    .where(commitmentReach(actor))
    .executeTakeFirstOrThrow(() => new NotFound('commitment'))
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('lineage')
    .values({ earlier_id: earlier, later_id: later, kind })
    .onConflict((conflict) =>
      conflict.columns(['earlier_id', 'later_id']).doUpdateSet({ kind }).where('lineage.kind', '<>', kind)
    )
    .executeTakeFirstOrThrow()
  if (numInsertedOrUpdatedRows)
    await recordFact(tx, 'commitment.lineage_set', { kind: 'commitment', id: later }, { earlier, kind })
}

/**
 * Says of many commitments of one collaboration what each continues. @throws NotFound, NotAllowed.
 */
export async function continueMany(
  tx: Tx,
  actor: Actor,
  collaboration: Id,
  pairs: { earlier: Id; later: Id }[]
): Promise<void> {
  const judged = {
    collaboration: await seenCollaboration(tx, actor, collaboration),
    owner_id: null,
    stage: ''
  }
  if (!can(actor, judged).tie) throw new NotAllowed()
  const { rows } = await sql`
    insert into lineage (earlier_id, later_id, kind)
    select e.id, l.id, 'continues'
    from unnest(${pairs.map(({ earlier }) => earlier)}::uuid[], ${pairs.map(({ later }) => later)}::uuid[]) pair(earlier, later)
    join commitment e on e.id = pair.earlier and ${commitmentReach(actor, 'e')}
    join commitment l on l.id = pair.later and l.collaboration_id = ${collaboration}
    returning 1`.execute(tx)
  if (rows.length < pairs.length) throw new NotFound('commitment')
  await recordFacts(
    tx,
    'commitment.lineage_set',
    pairs.map(({ earlier, later }) => ({
      subject: { kind: 'commitment', id: later },
      parameters: { earlier, kind: 'continues' }
    }))
  )
}

export async function removeLineage(tx: Tx, actor: Actor, later: Id, earlier: Id): Promise<void> {
  await commitmentTo('tie', tx, actor, later)
  const { numDeletedRows } = await tx
    .deleteFrom('lineage')
    .where('earlier_id', '=', earlier)
    .where('later_id', '=', later)
    .executeTakeFirstOrThrow()
  if (numDeletedRows)
    await recordFact(tx, 'commitment.lineage_removed', { kind: 'commitment', id: later }, { earlier })
}

/** The commitment of that number, where the actor may see it: how a person names one. @throws Invalid. */
export async function commitmentNumbered(
  db: Db,
  actor: Actor,
  collaboration: Id,
  number: number
): Promise<Id> {
  const found = await db
    .selectFrom('commitment')
    .select('id')
    .where('collaboration_id', '=', collaboration)
    .where('number', '=', number)
    .where(commitmentReach(actor))
    .executeTakeFirst()
  if (!found) throw new Invalid({ earlier_number: 'not_a_choice' })
  return found.id
}
