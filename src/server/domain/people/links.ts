import { sql, type RawBuilder } from 'kysely'
import { now } from '#server/platform/clock.ts'
import type { Id } from '#server/platform/db/ids.ts'
import type { Tx } from '#server/platform/db/write.ts'
import { coordinatesForOthers } from './coordinators.ts'

/** The links of that query, and all that were made from them, open nothing more. Gives whether any of them did. */
export async function withdrawLinks(tx: Tx, links: RawBuilder<unknown>): Promise<boolean> {
  const { rows } = await sql`
    with recursive gone as (
      select id from (${links}) given
      union
      select link.id from link join gone on link.forwarded_from_id = gone.id
    )
    update link set withdrawn_at = ${now()}
    where id in (select id from gone) and withdrawn_at is null
    returning id`.execute(tx)
  return rows.length > 0
}

const linksTo = (person: Id, which: RawBuilder<unknown>) => sql`
  select link.id from link
  join responder on responder.id = link.responder_id
  join person on person.mail = responder.mail
  join space on space.id = responder.space_id
  join round on round.id = space.round_id
  where person.id = ${person} and ${which}`

/**
 * Personal links to a person's mail open nothing more: all, or those to answer and read for one organisation. Whoever
 * coordinates may send them anew, to whoever answers instead or to the same person come back.
 */
export async function withdrawLinksOf(tx: Tx, person: Id, organisation?: Id): Promise<void> {
  const of = (column: string) =>
    organisation === undefined ? sql`true` : sql`${sql.ref(column)} = ${organisation}`
  await withdrawLinks(tx, linksTo(person, of('space.organisation_id')))
  await sql`
    update publication_reader reader set withdrawn_at = ${now()}
    from person where person.id = ${person} and person.mail = reader.mail
      and reader.withdrawn_at is null and ${of('reader.organisation_id')}`.execute(tx)
}

/** Whoever coordinates from now on answers no more for an organisation that is not theirs, though asked before. */
export const withdrawLinksForOthers = (tx: Tx, person: Id) =>
  withdrawLinks(
    tx,
    linksTo(
      person,
      coordinatesForOthers(
        sql.ref('round.collaboration_id'),
        sql.ref('responder.mail'),
        sql.ref('space.organisation_id')
      )
    )
  )
