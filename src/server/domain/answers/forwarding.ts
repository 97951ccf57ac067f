import { sql } from 'kysely'
import * as v from 'valibot'
import { now } from '#server/platform/clock.ts'
import { newId, type Id } from '#server/platform/db/ids.ts'
import type { Db, Tx } from '#server/platform/db/write.ts'
import { recordFact } from '#server/platform/facts.ts'
import { choice, ids, mail, text } from '#server/platform/forms/fields.ts'
import { Invalid, NotFound } from '#server/platform/refusals.ts'
import type { Secrets } from '#server/platform/secrets/secrets.ts'
import { opensWithin } from './admission.ts'
import { lockSpace } from './locking.ts'
import { requireWriter } from './writers.ts'
import { queueMessage } from '../messages/messages.ts'
import { coordinatesForOthers } from '../people/coordinators.ts'
import type { LinkActor } from '../links/links.ts'
import { hashOf, tokenOf } from '../links/tokens.ts'
import { withdrawWithForwarded } from '../links/withdrawing.ts'

export const forwarding = v.object({
  name: text(),
  mail: mail(),
  may: v.optional(choice(['answer', 'read']), 'answer'),
  item_ids: v.pipe(ids(), v.minLength(1, 'nothing_chosen'))
})
export type Forwarding = v.InferOutput<typeof forwarding>

/**
 * A link of their own for a colleague, to some of what this link asks about, and never more. One per mail address however
 * often it is asked for: more items, or writing where it was reading, are added to the link that is there. Gives its id.
 * @throws NotAllowed for a link to read; NotFound for items of others; Invalid `form: round_closed`, `mail: yourself`,
 *   `mail: not_of_the_organisation` for whoever coordinates, and `mail: link_withdrawn` where a coordinator withdrew it.
 */
export async function forwardItems(
  tx: Tx,
  actor: LinkActor,
  colleague: Forwarding,
  secrets: Secrets
): Promise<Id> {
  const { errand } = actor
  requireWriter(actor)
  if (!colleague.item_ids.every((id) => errand.items.includes(id))) throw new NotFound('item')
  await lockSpace(tx, actor)
  await requireColleague(tx, actor, colleague.mail)
  const responder = await responderOf(tx, actor, colleague)
  const link = (await reopened(tx, actor, responder, secrets)) ?? (await made(tx, actor, responder, secrets))
  const added = await widen(tx, link, colleague)
  if (added || link.is_new) {
    const window = Math.floor(+now() / 600_000)
    await queueMessage(tx, 'answer_link', `answer_link:${link.id}:forwarded:${window}`, { link_id: link.id })
    await recordFact(
      tx,
      'link.forwarded',
      { kind: 'round', id: errand.round },
      { space: errand.space, link: link.id }
    )
  }
  return link.id
}

/** A draft that somebody at the authority can open is no longer the party's own. */
async function requireColleague(tx: Tx, { errand }: LinkActor, mail: string): Promise<void> {
  if (mail === errand.responder.mail) throw new Invalid({ mail: 'yourself' })
  const barred = coordinatesForOthers(errand.collaboration, sql`${mail}`, sql`${errand.organisation.id}`)
  const { rows } = await sql<{ barred: boolean }>`select ${barred} as barred`.execute(tx)
  if (rows[0]?.barred) throw new Invalid({ mail: 'not_of_the_organisation' })
}

/** Whoever is in themselves lets their colleague in, as far as they are. */
async function responderOf(tx: Tx, actor: LinkActor, { name, mail }: Forwarding): Promise<Id> {
  const { errand } = actor
  const within = opensWithin(actor, sql.ref('responder.id'))
  const { id } = await tx
    .insertInto('responder')
    .values({ id: newId(), space_id: errand.space, name, mail, admitted: errand.admitted })
    .onConflict((conflict) =>
      conflict
        .columns(['space_id', 'mail'])
        .doUpdateSet({ admitted: sql<boolean>`responder.admitted or ${errand.admitted} and ${within}` })
    )
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

type Found = { id: Id; is_new: boolean }

/** The link they have; one that a colleague withdrew is opened anew, and the old address stays dead. */
async function reopened(tx: Tx, actor: LinkActor, responder: Id, secrets: Secrets): Promise<Found | null> {
  const link = await tx
    .selectFrom('link')
    .select(['id', 'generation', 'withdrawn_at', 'forwarded_from_id'])
    .where('responder_id', '=', responder)
    .orderBy('withdrawn_at', (order) => order.asc().nullsFirst())
    .executeTakeFirst()
  if (!link) return null
  if (!link.withdrawn_at) return { id: link.id, is_new: false }
  if (!link.forwarded_from_id) throw new Invalid({ mail: 'link_withdrawn' })
  const generation = link.generation + 1
  await tx.deleteFrom('link_item').where('link_id', '=', link.id).execute()
  await tx
    .updateTable('link')
    .set({
      ...{ generation, withdrawn_at: null, errand: 'read', forwarded_from_id: actor.errand.link },
      token_hash: hashOf(tokenOf(secrets, { id: link.id, generation }))
    })
    .where('id', '=', link.id)
    .execute()
  return { id: link.id, is_new: true }
}

async function made(tx: Tx, { errand }: LinkActor, responder: Id, secrets: Secrets): Promise<Found> {
  const id = newId()
  const { expires_at } = await tx
    .selectFrom('link')
    .select('expires_at')
    .where('id', '=', errand.link)
    .executeTakeFirstOrThrow()
  await tx
    .insertInto('link')
    .values({
      ...{ id, errand: 'read', responder_id: responder, forwarded_from_id: errand.link, expires_at },
      token_hash: hashOf(tokenOf(secrets, { id, generation: 1 }))
    })
    .execute()
  return { id, is_new: true }
}

async function widen(tx: Tx, { id }: Found, { may, item_ids }: Forwarding): Promise<boolean> {
  const more = await tx
    .insertInto('link_item')
    .values(item_ids.map((item_id) => ({ link_id: id, item_id })))
    .onConflict((conflict) => conflict.doNothing())
    .returning('item_id')
    .execute()
  if (may === 'read') return more.length > 0
  const writes = await tx
    .updateTable('link')
    .set({ errand: 'answer' })
    .where('id', '=', id)
    .where('errand', '=', 'read')
    .returning('id')
    .execute()
  return more.length + writes.length > 0
}

/** The links this one made, with what they open, for whoever made them. */
export async function listForwarded(db: Db, { errand }: LinkActor) {
  return db
    .selectFrom('link')
    .innerJoin('responder', 'responder.id', 'link.responder_id')
    .select(['link.id', 'link.errand', 'link.withdrawn_at', 'responder.name', 'responder.mail'])
    .select((eb) =>
      eb
        .selectFrom('link_item')
        .select((of) => of.fn.countAll<number>().as('count'))
        .whereRef('link_item.link_id', '=', 'link.id')
        .as('items')
    )
    .where('link.forwarded_from_id', '=', errand.link)
    .orderBy('link.id')
    .execute()
}

/** From now on it opens nothing, nor does what was forwarded from it. @throws NotFound for what this link did not make. */
export async function withdrawForwarded(tx: Tx, actor: LinkActor, id: Id): Promise<void> {
  const { errand } = actor
  const link = await tx
    .selectFrom('link')
    .select('id')
    .where('id', '=', id)
    .where('forwarded_from_id', '=', errand.link)
    .forUpdate()
    .executeTakeFirst()
  if (!link || errand.kind === 'read') throw new NotFound('link')
  if (await withdrawWithForwarded(tx, id))
    await recordFact(tx, 'link.withdrawn', { kind: 'round', id: errand.round }, { link: id })
}
