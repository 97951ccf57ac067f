import { sql } from 'kysely'
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
  /** Made by the link that asks. */
  by_me: boolean
  me: boolean
}

/** Everyone who can open something of the space today, by name. */
export async function listReaders(db: Db, { errand }: LinkActor): Promise<Reader[]> {
  const { rows } = await sql<Reader>`
    select p.id as responder, l.id as link, p.name, l.errand as kind, p.admitted, giver.name as forwarded_by,
      coalesce(l.forwarded_from_id = ${errand.link}, false) as by_me, p.id = ${errand.responder.id} as me
    from responder p
    join link l on l.responder_id = p.id and l.withdrawn_at is null and l.expires_at > ${now()}
    left join link source on source.id = l.forwarded_from_id
    left join responder giver on giver.id = source.responder_id
    where p.space_id = ${errand.space}
    order by p.name collate "sv-x-icu", l.id`.execute(db)
  return rows
}

/** @throws NotAllowed for those who are not in themselves; NotFound for somebody of another party. */
export async function letIn(tx: Tx, actor: LinkActor, responder: Id): Promise<void> {
  const { errand } = actor
  if (!errand.admitted || errand.kind === 'read') throw new NotAllowed()
  const found = await tx
    .selectFrom('responder')
    .select('admitted')
    .where('id', '=', responder)
    .where('space_id', '=', errand.space)
    .forUpdate()
    .executeTakeFirst()
  if (!found) throw new NotFound('responder')
  if (found.admitted) return
  await tx.updateTable('responder').set({ admitted: true }).where('id', '=', responder).execute()
  await recordFact(
    tx,
    'responder.let_in',
    { kind: 'round', id: errand.round },
    { space: errand.space, responder }
  )
}

/** Asks those who are in to be let in; once a day however often it is pressed. */
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
    .execute()
  for (const { id } of links)
    await queueMessage(tx, 'admission_asked', `admission_asked:${errand.responder.id}:${id}:${day}`, {
      link_id: id,
      responder_id: errand.responder.id
    })
}
