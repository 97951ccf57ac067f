import { sql } from 'kysely'
import type { Degree } from '#server/platform/db/schema.ts'
import type { Id } from '#server/platform/db/ids.ts'
import type { Db } from '#server/platform/db/write.ts'
import type { Round } from './rounds.ts'

export type StandingItem = {
  item_id: Id
  number: number
  title: string
  commitment_id: Id
  space_id: Id
  report_id: Id | null
  state: 'submitted' | 'returned' | 'accepted' | null
  /** As it was sent in last. */
  degree: Degree | null
  /** That there is a draft, and nothing more of it. */
  begun: boolean
  submitted_at: Date | null
}
export type StandingResponder = {
  link_id: Id
  space_id: Id
  name: string
  mail: string
  withdrawn: boolean
  mailing: 'waiting' | 'sent' | 'failed' | null
}
export type PartyState =
  'no_mail' | 'not_delivered' | 'to_read' | 'returned' | 'begun' | 'opened' | 'sent' | 'waiting' | 'accepted'
export type Standing = {
  space: Id
  organisation: { name: string; slug: string }
  items: StandingItem[]
  responders: StandingResponder[]
  answered: number
  state: PartyState
  lastAt: Date | null
}

const order: PartyState[] = [
  'to_read',
  'not_delivered',
  'no_mail',
  'returned',
  'waiting',
  'sent',
  'opened',
  'begun',
  'accepted'
]

/** Parties × answers as its coordinators may know it, what needs doing first. Ask for the round by `findRound`. */
export async function standingOf(db: Db, { id }: Pick<Round, 'id'>): Promise<Standing[]> {
  const [spaces, items, responders] = [
    await spacesOf(db, id),
    await itemsOf(db, id),
    await respondersOf(db, id)
  ]
  return spaces
    .map((space): Standing => {
      const mine = items.filter((item) => item.space_id === space.id)
      const asked = responders.filter((responder) => responder.space_id === space.id)
      const times = mine.flatMap(({ submitted_at }) => (submitted_at ? [+submitted_at] : []))
      return {
        space: space.id,
        organisation: { name: space.name, slug: space.slug },
        items: mine,
        responders: asked,
        answered: mine.filter(({ state }) => state === 'submitted' || state === 'accepted').length,
        state: partyState(mine, asked, space.first_opened_at !== null),
        lastAt: times.length > 0 ? new Date(Math.max(...times)) : null
      }
    })
    .toSorted((a, b) => order.indexOf(a.state) - order.indexOf(b.state))
}

export function partyState(
  items: Pick<StandingItem, 'state' | 'begun'>[],
  responders: Pick<StandingResponder, 'withdrawn' | 'mailing'>[],
  opened: boolean
): PartyState {
  if (items.some(({ state }) => state === 'submitted')) return 'to_read'
  if (items.some(({ state }) => state === 'returned')) return 'returned'
  if (items.every(({ state }) => state === 'accepted')) return 'accepted'
  if (items.some(({ begun }) => begun)) return 'begun'
  const reached = responders.filter(({ withdrawn }) => !withdrawn)
  if (opened) return 'opened'
  if (reached.length === 0) return 'no_mail'
  if (reached.every(({ mailing }) => mailing === 'failed')) return 'not_delivered'
  return reached.some(({ mailing }) => mailing === 'sent') ? 'sent' : 'waiting'
}

const spacesOf = async (db: Db, round: Id) => {
  const { rows } = await sql<{ id: Id; name: string; slug: string; first_opened_at: Date | null }>`
    select space.id, organisation.name, organisation.slug, space.first_opened_at
    from space join organisation on organisation.id = space.organisation_id
    where space.round_id = ${round} order by organisation.name collate "sv-x-icu"`.execute(db)
  return rows
}

const itemsOf = async (db: Db, round: Id) => {
  const { rows } = await sql<StandingItem>`
    select i.id as item_id, c.number, c.title, c.id as commitment_id, i.space_id, r.id as report_id, r.state,
      v.degree, exists (select from draft where draft.item_id = i.id) as begun, r.submitted_at
    from round_item i
    join commitment c on c.id = i.commitment_id
    left join report r on r.item_id = i.id
    left join lateral (select degree from report_version where report_id = r.id order by number desc limit 1) v on true
    where i.round_id = ${round} order by c.number`.execute(db)
  return rows
}

const respondersOf = async (db: Db, round: Id) => {
  const { rows } = await sql<StandingResponder>`
    select link.id as link_id, responder.space_id, responder.name, responder.mail,
      link.withdrawn_at is not null as withdrawn, mailed.state as mailing
    from responder
    join space on space.id = responder.space_id
    join link on link.responder_id = responder.id
    left join lateral (select state from message
      where kind = 'answer_link' and parameters ->> 'link_id' = link.id::text
      order by created_at desc limit 1) mailed on true
    where space.round_id = ${round} order by responder.name collate "sv-x-icu"`.execute(db)
  return rows
}
