import type { Id } from '#server/platform/db/ids.ts'
import type { Tx } from '#server/platform/db/write.ts'
import { Invalid } from '#server/platform/refusals.ts'
import type { Secrets } from '#server/platform/secrets/secrets.ts'
import { createLinks } from '../links/links.ts'
import { tokenOf } from '../links/tokens.ts'
import { addPlanned, admittedNow } from './responders.ts'

/** Whoever tells at any time. `sentOnIn` is the link that a colleague gave them, where it is by that they tell. */
export type Teller = { name: string; mail: string; sentOnIn: Id | null }
type Place = { space: Id; item: Id }

/**
 * Their own link there: made without a mail, since they are on their way in; a little older each time, never too old.
 * Whoever was given some of what the party is asked is given no more here, and loses it with the link they had.
 */
export async function linkTo(
  tx: Tx,
  { space, item }: Place,
  { sentOnIn, ...responder }: Teller,
  expires: Date,
  secrets: Secrets
): Promise<string> {
  const [made] = await addPlanned(tx, [{ ...responder, space, admitted: await admittedNow(tx, space) }])
  const [fresh] = made ? await createLinks(tx, [{ responder: made.id, space, expires }], secrets) : []
  if (fresh && sentOnIn) await narrow(tx, fresh, sentOnIn)
  const link = await tx
    .selectFrom('link')
    .innerJoin('responder', 'responder.id', 'link.responder_id')
    .select(['link.id', 'link.generation', 'link.withdrawn_at', 'link.forwarded_from_id'])
    .where('responder.space_id', '=', space)
    .where('responder.mail', '=', responder.mail)
    .orderBy('link.withdrawn_at', (order) => order.asc().nullsFirst())
    .executeTakeFirstOrThrow()
  if (link.withdrawn_at) throw new Invalid({ form: 'link_withdrawn' })
  if (link.forwarded_from_id) await give(tx, link.id, item)
  await tx.updateTable('link').set({ expires_at: expires }).where('id', '=', link.id).execute()
  return tokenOf(secrets, link)
}

async function narrow(tx: Tx, link: Id, forwarded_from_id: Id): Promise<void> {
  await tx.updateTable('link').set({ forwarded_from_id }).where('id', '=', link).execute()
  await tx.deleteFrom('link_item').where('link_id', '=', link).execute()
}

const give = (tx: Tx, link_id: Id, item_id: Id) =>
  tx
    .insertInto('link_item')
    .values({ link_id, item_id })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
