import { sql, type RawBuilder } from 'kysely'
import { dayIn, hourIn, now } from '#server/platform/clock.ts'
import type { Id } from '#server/platform/db/ids.ts'
import { write, type Db, type Tx } from '#server/platform/db/write.ts'
import { recordFact } from '#server/platform/facts.ts'
import { Invalid, NotAllowed } from '#server/platform/refusals.ts'
import { queueMessage } from '../messages/messages.ts'
import { job, type Actor } from '../people/actor.ts'
import { timeZoneOf } from '../installation/installation.ts'
import { can } from './permissions.ts'
import { findRoundById } from './rounds.ts'

/** Nobody's telephone is to ring at night. */
const firstHour = 8
/** Days a planned reminder may be late, as after a stop; older ones are left out. */
const longestDelay = 2

type Remindable = { link_id: Id; space_id: Id }
type Planned = Remindable & { round_id: Id; held_by: Id | null }

/** A promise that a party may add, when it has sent in something; as `isLeft` of links/mailing.ts. */
const mayBeLeft = sql`(i.about = 'promise' and i.commitment_id is null and exists (select from round_item other
  join report sent on sent.item_id = other.id where other.space_id = space.id))`

/** Whoever holds an open link with something left to answer, where the party is still asked and mail arrives. */
const withSomethingLeft = () => sql`
  select link.id as link_id, space.id as space_id, round.id as round_id, round.held_by
  from round
  join space on space.round_id = round.id and space.exempted_at is null and space.declined_at is null
  join responder on responder.space_id = space.id
  join link on link.responder_id = responder.id
  where round.state = 'open' and round.kind <> 'running'
    and link.errand = 'answer' and link.withdrawn_at is null and link.bounced_at is null
    and link.expires_at > ${now()}
    and exists (select from link_item
      join round_item i on i.id = link_item.item_id and i.exempted_at is null
      left join report on report.item_id = i.id
      where link_item.link_id = link.id and (report.state = 'returned' or report.id is null and not ${mayBeLeft}))`

/** That no mail about answering has been made for the link on that day or later. */
const notMailedSince = (day: RawBuilder<unknown>, zone: string) => sql`not exists (select from message
  where message.parameters ? 'link_id' and message.parameters ->> 'link_id' = link.id::text
    and message.kind in ('answer_link', 'answer_reminder', 'answer_returned')
    and (message.created_at at time zone ${zone})::date >= ${day})`

/**
 * Whom a press on "remind" would mail now: those with something left, and nobody whom a mail was made for today.
 * @throws NotFound for everyone but its coordinators.
 */
export async function remindable(db: Db, actor: Actor, round: Id): Promise<Remindable[]> {
  await findRoundById(db, actor, round)
  const zone = await timeZoneOf(db)
  const { rows } = await sql<Planned>`${withSomethingLeft()}
    and round.id = ${round} and ${notMailedSince(sql`${dayIn(zone)}::date`, zone)}
    order by link.id`.execute(db)
  return rows.map(({ link_id, space_id }) => ({ link_id, space_id }))
}

/**
 * Mails the same links once more to those with something left: all of them, or those of `spaces`. Gives how many mails
 * it made; pressed again the same day it makes none.
 * @throws NotFound for everyone but its coordinators; Invalid `form: round_closed`.
 */
export async function remindParties(tx: Tx, actor: Actor, id: Id, spaces?: Id[]): Promise<number> {
  const round = await findRoundById(tx, actor, id)
  if (!can(actor, round.collaboration_id).remind) throw new NotAllowed()
  if (round.state !== 'open') throw new Invalid({ form: 'round_closed' })
  const links = await remindable(tx, actor, id)
  const chosen = spaces ? links.filter(({ space_id }) => spaces.includes(space_id)) : links
  await remind(tx, id, chosen, dayIn(await timeZoneOf(tx)))
  return chosen.length
}

/**
 * Makes the reminders that each round has planned for its days before and after the due day, each party's own; for
 * whoever keeps the house. What was mailed on the planned day or since stands in its place.
 */
export async function remindDue(db: Db): Promise<number> {
  const zone = await timeZoneOf(db)
  if (hourIn(zone) < firstHour) return 0
  const today = dayIn(zone)
  const planned = sql`(coalesce(space.due_on, round.due_on) + n)`
  const { rows } = await sql<Planned>`${withSomethingLeft()}
    and exists (select from unnest(round.remind_days) n
      where ${today}::date between ${planned} and ${planned} + ${longestDelay}::int
        and ${notMailedSince(planned, zone)})
    order by link.id`.execute(db)
  for (const [round, links] of Map.groupBy(rows, ({ round_id }) => round_id)) {
    const holder = links[0]?.held_by
    const record = { ...job.record, ...(holder ? { on_behalf_of: holder } : {}) }
    await write(db, { record }, (tx) => remind(tx, round, links, today))
  }
  return rows.length
}

async function remind(tx: Tx, round: Id, links: Remindable[], day: string): Promise<void> {
  for (const { link_id } of links)
    await queueMessage(tx, 'answer_reminder', `answer_reminder:${link_id}:${day}`, { link_id, day })
  if (links.length > 0)
    await recordFact(tx, 'round.reminded', { kind: 'round', id: round }, { mails: links.length })
}
