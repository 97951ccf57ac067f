import { now } from '#server/platform/clock.ts'
import type { Id } from '#server/platform/db/ids.ts'
import type { Tx } from '#server/platform/db/write.ts'
import { recordFact } from '#server/platform/facts.ts'
import { Invalid, NotFound } from '#server/platform/refusals.ts'
import { queueMessage } from '../messages/messages.ts'
import type { Actor } from '../people/actor.ts'
import { can } from './permissions.ts'

/**
 * Where whoever began to write is gone, and nobody left may open it: what was begun is erased, unread, and everyone who
 * is asked there may write and read from now on. All of them are told.
 * @throws NotFound for everyone but its coordinators; Invalid `form: round_closed`.
 */
export async function beginDraftsAnew(tx: Tx, actor: Actor, space: Id): Promise<void> {
  await tx.selectFrom('space').select('id').where('id', '=', space).forUpdate().execute()
  const round = await tx
    .selectFrom('space')
    .innerJoin('round', 'round.id', 'space.round_id')
    .select(['round.id', 'round.state', 'round.collaboration_id'])
    .where('space.id', '=', space)
    .executeTakeFirst()
  if (!round || !can(actor, round.collaboration_id).ask) throw new NotFound('space')
  if (round.state !== 'open') throw new Invalid({ form: 'round_closed' })
  const erased = await eraseDrafts(tx, space)
  if (erased === 0) return
  await tx.updateTable('responder').set({ admitted: true }).where('space_id', '=', space).execute()
  await tellAll(tx, space)
  await recordFact(tx, 'drafts.begun_anew', { kind: 'round', id: round.id }, { space, drafts: erased })
}

/** How much there was. Some begin with a photo. */
async function eraseDrafts(tx: Tx, space: Id): Promise<number> {
  const photos = await tx.deleteFrom('draft_photo').where('space_id', '=', space).executeTakeFirst()
  const drafts = await tx.deleteFrom('draft').where('space_id', '=', space).executeTakeFirst()
  return Number(photos.numDeletedRows + drafts.numDeletedRows)
}

async function tellAll(tx: Tx, space: Id): Promise<void> {
  const links = await tx
    .selectFrom('link')
    .innerJoin('responder', 'responder.id', 'link.responder_id')
    .select('link.id')
    .where('responder.space_id', '=', space)
    .where('link.withdrawn_at', 'is', null)
    .execute()
  for (const { id } of links)
    await queueMessage(tx, 'drafts_begun_anew', `drafts_begun_anew:${id}:${+now()}`, { link_id: id })
}
