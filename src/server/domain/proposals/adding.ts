import { newId, type Id } from '#server/platform/db/ids.ts'
import type { Tx } from '#server/platform/db/write.ts'
import { Invalid, NotFound } from '#server/platform/refusals.ts'
import { lockSpace } from '../answers/locking.ts'
import { findItem } from '../answers/items.ts'
import { requireWriter } from '../answers/writers.ts'
import type { LinkActor } from '../links/links.ts'
import { linkItems } from '../rounds/reaching.ts'

/** More than any party has promised in one place. */
const most = 50

/**
 * One more promise to word, and where it stands in the link's addresses; the one nobody has begun, if there is one.
 * @throws NotFound where promises are not worded; NotAllowed by a link that only reads; Invalid `form: round_closed |
 *   too_many_promises`.
 */
export async function addPromise(tx: Tx, actor: LinkActor): Promise<string> {
  requireWriter(actor)
  const { round: round_id, space: space_id } = actor.errand
  const round = await tx.selectFrom('round').select('kind').where('id', '=', round_id).executeTakeFirst()
  if (round?.kind !== 'wording') throw new NotFound('round')
  await lockSpace(tx, actor)
  const promises = await tx
    .selectFrom('round_item')
    .leftJoin('report', 'report.item_id', 'round_item.id')
    .leftJoin('draft', 'draft.item_id', 'round_item.id')
    .select(['round_item.id', 'round_item.commitment_id', 'report.id as report', 'draft.id as draft'])
    .where('round_item.space_id', '=', space_id)
    .where('round_item.about', '=', 'promise')
    .orderBy('round_item.id')
    .execute()
  const begun = promises.find(({ commitment_id, report, draft }) => !commitment_id && !report && !draft)
  if (!begun && promises.length >= most) throw new Invalid({ form: 'too_many_promises' })
  const id = begun?.id ?? (await anotherItem(tx, { round_id, space_id }))
  const { place } = await findItem(tx, withItem(actor, id), id)
  return place
}

async function anotherItem(tx: Tx, place: { round_id: Id; space_id: Id }): Promise<Id> {
  const id = newId()
  await tx
    .insertInto('round_item')
    .values({ id, about: 'promise', ...place })
    .execute()
  await linkItems(tx, [id])
  return id
}

const withItem = (actor: LinkActor, item: Id): LinkActor => ({
  ...actor,
  errand: { ...actor.errand, items: [...actor.errand.items, item] }
})
