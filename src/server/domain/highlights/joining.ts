import { newId, type Id } from '#server/platform/db/ids.ts'
import type { Tx } from '#server/platform/db/write.ts'
import { recordFact } from '#server/platform/facts.ts'
import { Invalid } from '#server/platform/refusals.ts'
import type { Actor } from '../people/actor.ts'
import type { Report } from '../reports/reports.ts'
import { holdReport } from './changing.ts'

/**
 * The two tell of the same deed, and so do those that each is told with already: it is lifted out once, in the words of
 * the other's where it has any, and counted as the other tells it until somebody chooses.
 * @throws NotFound, NotAllowed; Invalid `other: not_accepted | not_a_choice`.
 */
export async function joinReports(tx: Tx, actor: Actor, id: Id, other: Id): Promise<void> {
  const [first, second] = [id, other].toSorted()
  const held = [await holdReport(tx, actor, first ?? id), await holdReport(tx, actor, second ?? other)]
  const own = held.find((report) => report.id === id)!
  const theirs = held.find((report) => report.id === other)!
  if (id === other || own.collaboration_id !== theirs.collaboration_id)
    throw new Invalid({ other: 'not_a_choice' })
  if (!own.accepted_version_id || !theirs.accepted_version_id) throw new Invalid({ other: 'not_accepted' })
  if (own.highlight_id && own.highlight_id === theirs.highlight_id) return
  const deed = theirs.highlight_id ?? own.highlight_id ?? (await newDeed(tx, own))
  await tellIn(tx, deed, [id, other], own.highlight_id)
  await tx
    .updateTable('highlight')
    .set((eb) => ({
      figures_from_id: eb.fn.coalesce('figures_from_id', eb.val(other)),
      version: eb('version', '+', 1)
    }))
    .where('id', '=', deed)
    .execute()
  await recordFact(tx, 'report.joined', { kind: 'report', id }, { other })
}

async function newDeed(tx: Tx, { collaboration_id }: Report): Promise<Id> {
  const id = newId()
  await tx.insertInto('highlight').values({ id, collaboration_id }).execute()
  return id
}

/** These reports, and all that told of the deed `left`, tell of `deed`. */
async function tellIn(tx: Tx, deed: Id, reports: Id[], left: Id | null): Promise<void> {
  await tx
    .updateTable('report')
    .set((eb) => ({ highlight_id: deed, version: eb('version', '+', 1) }))
    .where((eb) => eb.or([eb('id', 'in', reports), eb('highlight_id', '=', left)]))
    .where('highlight_id', 'is distinct from', deed)
    .execute()
  if (left && left !== deed) await tx.deleteFrom('highlight').where('id', '=', left).execute()
}

/** It tells of something else after all, and is not lifted out. The others stay together. @throws NotFound, NotAllowed. */
export async function partReport(tx: Tx, actor: Actor, id: Id): Promise<void> {
  const { highlight_id } = await holdReport(tx, actor, id)
  if (!highlight_id) return
  await tx
    .updateTable('report')
    .set((eb) => ({ highlight_id: null, version: eb('version', '+', 1) }))
    .where('id', '=', id)
    .execute()
  await leaveDeed(tx, highlight_id, id)
  await recordFact(tx, 'report.parted', { kind: 'report', id })
}

/** Of a deed that `report` told of until now: counted as another tells it; gone when nobody does. */
export async function leaveDeed(tx: Tx, deed: Id, report: Id): Promise<void> {
  const { count } = await tx
    .selectFrom('report')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('highlight_id', '=', deed)
    .executeTakeFirstOrThrow()
  if (count === 0) await tx.deleteFrom('highlight').where('id', '=', deed).execute()
  else
    await tx
      .updateTable('highlight')
      .set({ figures_from_id: null })
      .where('id', '=', deed)
      .where('figures_from_id', '=', report)
      .execute()
}
