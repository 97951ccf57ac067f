import { sql } from 'kysely'
import type { Id } from '#server/platform/db/ids.ts'
import type { Tx } from '#server/platform/db/write.ts'
import type { Secrets } from '#server/platform/secrets/secrets.ts'
import { queueLinks } from './mailing.ts'
import { linkResponders } from './responders.ts'
import type { PlannedRound } from './spaces.ts'

/** Whoever answers in a space that is asked, and has no link yet, gets one by mail. Nothing while it is prepared. */
export async function reach(tx: Tx, round: PlannedRound, spaces: Id[], secrets: Secrets): Promise<void> {
  if (round.state !== 'open') return
  const { rows } = await sql<{ id: Id; space_id: Id }>`
    select p.id, p.space_id from responder p join space s on s.id = p.space_id
    left join person on person.mail = p.mail
    where s.id = any(${spaces}::uuid[]) and s.exempted_at is null and person.ended_at is null
      and not exists (select from link where link.responder_id = p.id)`.execute(tx)
  await linkResponders(tx, round, rows, secrets)
}

/**
 * What has come later is in the links that are there: all but those that somebody was given by a colleague, for certain
 * things. Gives the links that got something new.
 */
export async function linkItems(tx: Tx, items: Id[]): Promise<Id[]> {
  const { rows } = await sql<{ link_id: Id }>`insert into link_item (link_id, item_id)
    select link.id, i.id from round_item i
    join responder p on p.space_id = i.space_id
    join link on link.responder_id = p.id and link.forwarded_from_id is null
    where i.id = any(${items}::uuid[])
    on conflict do nothing returning link_id`.execute(tx)
  return [...new Set(rows.map(({ link_id }) => link_id))]
}

/** New things to answer in an open round: those who have a link are told, those who have none get one. */
export async function askOf(tx: Tx, round: PlannedRound, items: Id[], spaces: Id[], secrets: Secrets) {
  if (round.state !== 'open') return
  const links = await linkItems(tx, items)
  await reach(tx, round, spaces, secrets)
  if (items[0]) await queueLinks(tx, links, `more:${items[0]}`)
}
