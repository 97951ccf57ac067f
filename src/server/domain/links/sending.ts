import { now } from '#server/platform/clock.ts'
import type { Id } from '#server/platform/db/ids.ts'
import type { Tx } from '#server/platform/db/write.ts'
import { recordFact } from '#server/platform/facts.ts'
import { Invalid, NotFound } from '#server/platform/refusals.ts'
import type { Secrets } from '#server/platform/secrets/secrets.ts'
import { queueMessage } from '../messages/messages.ts'
import type { Actor } from '../people/actor.ts'
import { coordinatesForOthers } from '../people/coordinators.ts'
import { can } from './permissions.ts'
import { hashOf, tokenOf } from './tokens.ts'
import { withdrawWithForwarded } from './withdrawing.ts'

/** @throws NotFound for everyone but the coordinators. */
export async function findLinkToSend(tx: Tx, actor: Actor, id: Id) {
  const link = await tx
    .selectFrom('link')
    .innerJoin('responder', 'responder.id', 'link.responder_id')
    .innerJoin('space', 'space.id', 'responder.space_id')
    .innerJoin('round', 'round.id', 'space.round_id')
    .select([
      'link.id',
      'link.generation',
      'link.withdrawn_at',
      'round.id as round',
      'round.state',
      'round.collaboration_id'
    ])
    .select((eb) =>
      coordinatesForOthers(
        eb.ref('round.collaboration_id'),
        eb.ref('responder.mail'),
        eb.ref('space.organisation_id')
      ).as('barred')
    )
    .where('link.id', '=', id)
    .forUpdate('link')
    .executeTakeFirst()
  if (!link || !can(actor, link.collaboration_id).send) throw new NotFound('link')
  return link
}

/**
 * Mails the same link once more, at most one in ten minutes however often it is pressed; a withdrawn one comes back as
 * a new link, and the old one stays dead. Whoever sends it believes that it arrives this time.
 * @throws NotFound for everyone but the coordinators; Invalid `form: round_closed`, and `form: not_of_the_organisation` to
 *   whoever coordinates by now: they would read its drafts.
 */
export async function sendLinkAgain(tx: Tx, actor: Actor, id: Id, secrets: Secrets): Promise<void> {
  const link = await findLinkToSend(tx, actor, id)
  if (link.state === 'closed') throw new Invalid({ form: 'round_closed' })
  if (link.barred) throw new Invalid({ form: 'not_of_the_organisation' })
  const generation = link.withdrawn_at ? link.generation + 1 : link.generation
  if (link.withdrawn_at)
    await tx
      .updateTable('link')
      .set({ generation, token_hash: hashOf(tokenOf(secrets, { id, generation })), withdrawn_at: null })
      .where('id', '=', id)
      .execute()
  await tx
    .updateTable('link')
    .set({ bounced_at: null, bounce_reason: null })
    .where('id', '=', id)
    .where('bounced_at', 'is not', null)
    .execute()
  const window = Math.floor(+now() / 600_000)
  await queueMessage(tx, 'answer_link', `answer_link:${id}:again:${generation}:${window}`, { link_id: id })
  await recordFact(tx, 'link.sent_again', { kind: 'round', id: link.round }, { link: id })
}

/** From now on the link opens nothing, and says so, nor do those forwarded from it. Drafts in its space stay. */
export async function withdrawLink(tx: Tx, actor: Actor, id: Id): Promise<void> {
  const link = await findLinkToSend(tx, actor, id)
  if (!(await withdrawWithForwarded(tx, id))) return
  await recordFact(tx, 'link.withdrawn', { kind: 'round', id: link.round }, { link: id })
}
