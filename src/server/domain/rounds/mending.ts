import { sql } from 'kysely'
import type { Id } from '#server/platform/db/ids.ts'
import type { Tx } from '#server/platform/db/write.ts'
import { Invalid } from '#server/platform/refusals.ts'
import type { Secrets } from '#server/platform/secrets/secrets.ts'
import { findLinkToSend, sendLinkAgain, withdrawLink } from '../links/sending.ts'
import type { Actor } from '../people/actor.ts'
import type { NewResponder } from './fields.ts'
import { addResponder } from './responders.ts'

/**
 * Asks at another address instead, and gives the id of the link that is mailed there; the old link opens nothing any
 * more. Whoever reads at a new address is somebody new, who comes to what is begun as any later responder does.
 * @throws as `addResponder`; NotFound; Invalid `mail: same_mail`.
 */
export async function mendAddress(
  tx: Tx,
  actor: Actor,
  id: Id,
  responder: NewResponder,
  secrets: Secrets
): Promise<Id> {
  const { state } = await findLinkToSend(tx, actor, id)
  const old = await responderOf(tx, id)
  if (old.mail === responder.mail) throw new Invalid({ mail: 'same_mail' })
  if (state === 'closed') throw new Invalid({ form: 'round_closed' })
  const there = await linkAt(tx, old.space_id, responder.mail)
  const link = there ?? (await addResponder(tx, actor, old.space_id, responder, secrets))
  if (there) await sendLinkAgain(tx, actor, there, secrets)
  else await likeTheOld(tx, link, id)
  await keepForwarded(tx, link, id)
  await withdrawLink(tx, actor, id)
  return link
}

const responderOf = (tx: Tx, link: Id) =>
  tx
    .selectFrom('link')
    .innerJoin('responder', 'responder.id', 'link.responder_id')
    .select(['responder.space_id', 'responder.mail'])
    .where('link.id', '=', link)
    .executeTakeFirstOrThrow()

/** Of somebody who is asked there already. */
async function linkAt(tx: Tx, space: Id, mail: string): Promise<Id | undefined> {
  const link = await tx
    .selectFrom('link')
    .innerJoin('responder', 'responder.id', 'link.responder_id')
    .select('link.id')
    .where('responder.space_id', '=', space)
    .where('responder.mail', '=', mail)
    .executeTakeFirst()
  return link?.id
}

/** What was forwarded was some of what the party is asked, perhaps to read only. */
async function likeTheOld(tx: Tx, link: Id, old: Id): Promise<void> {
  const { errand, forwarded_from_id } = await tx
    .selectFrom('link')
    .select(['errand', 'forwarded_from_id'])
    .where('id', '=', old)
    .executeTakeFirstOrThrow()
  await tx.updateTable('link').set({ errand, forwarded_from_id }).where('id', '=', link).execute()
  if (!forwarded_from_id) return
  const items = tx.selectFrom('link_item').select('item_id').where('link_id', '=', old)
  await tx.deleteFrom('link_item').where('link_id', '=', link).where('item_id', 'not in', items).execute()
}

/** Colleagues to whom the old one was sent on go on as they were; one of them may be who answers from now on. */
async function keepForwarded(tx: Tx, link: Id, old: Id): Promise<void> {
  await sql`
    update link set forwarded_from_id = case when id = ${link}
      then (select forwarded_from_id from link where id = ${old}) else ${link} end
    where forwarded_from_id = ${old}`.execute(tx)
}
