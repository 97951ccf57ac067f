import { sql, type Expression } from 'kysely'
import { dayIn, now } from '#server/platform/clock.ts'
import type { Id } from '#server/platform/db/ids.ts'
import type { Db, Tx } from '#server/platform/db/write.ts'
import { recordFact } from '#server/platform/facts.ts'
import { NotAllowed, NotFound } from '#server/platform/refusals.ts'
import type { LinkActor } from '../links/links.ts'
import { queueMessage } from '../messages/messages.ts'

/** Who wrote, or came: by id, and by the name that stands beside the text. */
export type Writer = { id: Id; name: string }

/**
 * Whoever was asked after colleagues had begun to write may open what they began themselves, and the rest when one of
 * those colleagues lets them in: nobody outside a party can give themselves its drafts.
 */
export const mayOpen = ({ errand }: LinkActor, draft: { begun_by: Writer | null }): boolean =>
  errand.admitted || draft.begun_by?.id === errand.responder.id

export type Reader = {
  responder: Id
  link: Id
  name: string
  kind: 'answer' | 'read'
  admitted: boolean
  /** Whoever made the link for them; null where the round asked them. */
  forwarded_by: string | null
  /** Opens nothing but what the link that asks does. */
  within: boolean
  /** Made by the link that asks. */
  by_me: boolean
  me: boolean
}

/** Whether a responder's links open nothing that the holder's own does not. */
export const opensWithin = (
  { errand }: LinkActor,
  responder: Expression<unknown>
) => sql<boolean>`not exists (
  select from link other join link_item on link_item.link_id = other.id
  join round_item on round_item.id = link_item.item_id and round_item.exempted_at is null
  where other.responder_id = ${responder} and link_item.item_id <> all(${errand.items}::uuid[]))`

/** Everyone who can open something of the space today, by name. */
export async function listReaders(db: Db, actor: LinkActor): Promise<Reader[]> {
  const { errand } = actor
  const { rows } = await sql<Reader>`
    select p.id as responder, l.id as link, p.name, l.errand as kind, p.admitted, giver.name as forwarded_by,
      ${opensWithin(actor, sql.ref('p.id'))} as within, coalesce(l.forwarded_from_id = ${errand.link}, false) as by_me, p.id = ${errand.responder.id} as me
    from responder p
    join link l on l.responder_id = p.id and l.withdrawn_at is null and l.expires_at > ${now()}
    left join link source on source.id = l.forwarded_from_id
    left join responder giver on giver.id = source.responder_id and giver.mail <> p.mail
    where p.space_id = ${errand.space}
    order by p.name collate "sv-x-icu", l.id`.execute(db)
  return rows
}

/**
 * To as much as whoever lets them in may open themselves, and no more.
 * @throws NotAllowed for those who are not in themselves, or not as far; NotFound for somebody of another party.
 */
export async function letIn(tx: Tx, actor: LinkActor, responder: Id): Promise<void> {
  const { errand } = actor
  if (!errand.admitted || errand.kind === 'read') throw new NotAllowed()
  const found = await tx
    .selectFrom('responder')
    .select('admitted')
    .select((eb) => opensWithin(actor, eb.ref('responder.id')).as('within'))
    .where('id', '=', responder)
    .where('space_id', '=', errand.space)
    .forUpdate()
    .executeTakeFirst()
  if (!found) throw new NotFound('responder')
  if (found.admitted) return
  if (!found.within) throw new NotAllowed()
  await tx.updateTable('responder').set({ admitted: true }).where('id', '=', responder).execute()
  await recordFact(
    tx,
    'responder.let_in',
    { kind: 'round', id: errand.round },
    { space: errand.space, responder }
  )
}

/** Asks those who are in, and may let them in, to; once a day however often it is pressed. */
export async function askToBeLetIn(tx: Tx, { errand }: LinkActor, timeZone: string): Promise<void> {
  if (errand.admitted) return
  const day = dayIn(timeZone)
  const links = await tx
    .selectFrom('link')
    .innerJoin('responder', 'responder.id', 'link.responder_id')
    .select('link.id')
    .where('responder.space_id', '=', errand.space)
    .where('responder.admitted', '=', true)
    .where('link.errand', '=', 'answer')
    .where('link.withdrawn_at', 'is', null)
    .where(opensAllOf(errand.responder.id))
    .execute()
  for (const { id } of links)
    await queueMessage(tx, 'admission_asked', `admission_asked:${errand.responder.id}:${id}:${day}`, {
      link_id: id,
      responder_id: errand.responder.id
    })
}

/** Whether a link opens all that a responder's own do. */
const opensAllOf = (responder: Id) => sql<boolean>`not exists (
  select from link theirs join link_item on link_item.link_id = theirs.id
  join round_item on round_item.id = link_item.item_id and round_item.exempted_at is null
  where theirs.responder_id = ${responder} and not exists (
    select from link_item own where own.link_id = link.id and own.item_id = link_item.item_id))`
