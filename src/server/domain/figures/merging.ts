import { sql } from 'kysely'
import type { Id } from '#server/platform/db/ids.ts'
import type { Db, Tx } from '#server/platform/db/write.ts'
import { recordFact } from '#server/platform/facts.ts'
import { Invalid, NotFound } from '#server/platform/refusals.ts'
import type { Actor } from '../people/actor.ts'
import { can } from './permissions.ts'
import type { Rule } from './summing.ts'

/** Where several are changed at once, one waits for the other. @throws NotFound for everyone but its coordinators. */
async function holdMeasures(tx: Tx, actor: Actor, id: Id) {
  const found = await tx
    .selectFrom('measure')
    .select('collaboration_id')
    .where('id', '=', id)
    .executeTakeFirst()
  if (!found || !can(actor, found.collaboration_id).merge) throw new NotFound('measure')
  return tx
    .selectFrom('measure')
    .select(['id', 'merged_into_id'])
    .where('collaboration_id', '=', found.collaboration_id)
    .orderBy('id')
    .forNoKeyUpdate()
    .execute()
}

/**
 * From now on `id` is counted as `into`, by its rule, and so is whatever was counted as `id`. What was told stays as it
 * was told.
 * @throws NotFound; Invalid `into: not_a_choice` for a measure of another collaboration, or one that is counted as this.
 */
export async function mergeMeasure(
  tx: Tx,
  actor: Actor,
  { measure: id, into }: { measure: Id; into: Id }
): Promise<void> {
  const measures = await holdMeasures(tx, actor, id)
  const chosen = measures.find((one) => one.id === into)
  const target = chosen?.merged_into_id ?? chosen?.id
  if (!target || target === id) throw new Invalid({ into: 'not_a_choice' })
  const own = measures.find((one) => one.id === id)
  if (own?.merged_into_id === target) return
  await tx
    .updateTable('measure')
    .set({ merged_into_id: target })
    .where((eb) => eb.or([eb('id', '=', id), eb('merged_into_id', '=', id)]))
    .execute()
  await recordFact(tx, 'measure.merged', { kind: 'measure', id }, { into: target })
}

/** Counted for itself again. */
export async function splitMeasure(tx: Tx, actor: Actor, { measure: id }: { measure: Id }): Promise<void> {
  const measures = await holdMeasures(tx, actor, id)
  if (measures.find((one) => one.id === id)?.merged_into_id === null) return
  await tx.updateTable('measure').set({ merged_into_id: null }).where('id', '=', id).execute()
  await recordFact(tx, 'measure.split', { kind: 'measure', id })
}

export type CountedMeasure = {
  id: Id
  unit: string
  rule: Rule
  merged_into_id: Id | null
  figures: number
}

/** What the collaboration counts, what is told most first; none for those who do not coordinate it. */
export async function listMeasures(db: Db, actor: Actor, collaboration: Id): Promise<CountedMeasure[]> {
  if (!can(actor, collaboration).merge) return []
  const { rows } = await sql<CountedMeasure>`
    select m.id, m.unit, m.rule, m.merged_into_id, (select count(*) from figure f where f.measure_id = m.id) as figures
    from measure m where m.collaboration_id = ${collaboration}
    order by figures desc, m.unit collate "sv-x-icu" limit 300`.execute(db)
  return rows
}
