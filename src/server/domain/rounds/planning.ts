import { sql } from 'kysely'
import { dayIn } from '#server/platform/clock.ts'
import type { Id } from '#server/platform/db/ids.ts'
import type { Db } from '#server/platform/db/write.ts'
import type { Actor } from '../people/actor.ts'
import { timeZoneOf } from '../installation/installation.ts'
import { findRoundById } from './rounds.ts'

/**
 * What is to be mended before it opens: nobody to write to; somebody whose account has ended; a party that has left the
 * collaboration; an organisation that is no more.
 */
export type Gap = 'no_mail' | 'person_ended' | 'party_left' | 'organisation_ended'
type PlanItem = {
  id: Id
  space_id: Id
  about: 'commitment' | 'party' | 'collaboration' | 'promise'
  number: number | null
  title: string | null
  /** Who does it, as the commitment has it in words. */
  responsible: string | null
  exempted_at: Date | null
  exempt_reason: string | null
  /** Who answers instead. */
  handed_to: string | null
  /** Who carries it, where that is another than who is asked. */
  carried_by: string | null
  sent: boolean
}
type PlanResponder = {
  id: Id
  space_id: Id
  name: string
  mail: string
  /** Their account has ended: they are not written to. */
  ended: boolean
  linked: boolean
}
export type PlanParty = {
  space: Id
  organisation: { id: Id; name: string; slug: string }
  /** Where it has longer than the others. */
  due_on: string | null
  exempted_at: Date | null
  exempt_reason: string | null
  /** What took an ended organisation's place. */
  successor: { id: Id; name: string } | null
  items: PlanItem[]
  responders: PlanResponder[]
  gaps: Gap[]
}
export type LeftOut = { id: Id; number: number; title: string; owner: string | null }
export type Plan = {
  parties: PlanParty[]
  /** Agreed, and not asked of anybody: what came later, and what nobody carries. */
  leftOut: LeftOut[]
}

/** What is asked of whom, with gaps first. @throws NotFound for everyone but the round's coordinators. */
export async function planOf(db: Db, actor: Actor, id: Id): Promise<Plan> {
  const round = await findRoundById(db, actor, id)
  const today = dayIn(await timeZoneOf(db))
  const spaces = await spacesOf(db, id, today)
  const items = Map.groupBy(await itemsOf(db, id), (item) => item.space_id)
  const responders = Map.groupBy(await respondersOf(db, id), (responder) => responder.space_id)
  const parties = spaces.map((space) =>
    partyOf(space, items.get(space.space) ?? [], responders.get(space.space) ?? [])
  )
  return {
    parties: parties.toSorted((one, other) => +(other.gaps.length > 0) - +(one.gaps.length > 0)),
    leftOut: await leftOutOf(db, id, round.collaboration_id)
  }
}

type SpaceRow = Omit<PlanParty, 'organisation' | 'successor' | 'items' | 'responders' | 'gaps'> & {
  organisation_id: Id
  name: string
  slug: string
  successor_id: Id | null
  successor_name: string | null
  left: boolean
  ended: boolean
}

function partyOf(row: SpaceRow, items: PlanItem[], responders: PlanResponder[]): PlanParty {
  const { organisation_id, name, slug, successor_id, successor_name, left, ended, ...rest } = row
  const asked = !rest.exempted_at && items.some(({ exempted_at, sent }) => !exempted_at && !sent)
  const gaps: Gap[] = [
    ...(responders.length === 0 ? (['no_mail'] as const) : []),
    ...(responders.some((responder) => responder.ended) ? (['person_ended'] as const) : []),
    ...(left ? (['party_left'] as const) : []),
    ...(ended ? (['organisation_ended'] as const) : [])
  ]
  return {
    ...rest,
    organisation: { id: organisation_id, name, slug },
    successor: successor_id ? { id: successor_id, name: successor_name ?? '' } : null,
    items,
    responders,
    gaps: asked ? gaps : []
  }
}

async function spacesOf(db: Db, round: Id, today: string): Promise<SpaceRow[]> {
  const { rows } = await sql<SpaceRow>`
    select s.id as space, s.due_on, s.exempted_at, s.exempt_reason, o.id as organisation_id, o.name, o.slug,
      n.id as successor_id, n.name as successor_name,
      coalesce(o.to_day < ${today}, false) as ended,
      coalesce((select bool_and(coalesce(p.to_day < ${today}, false)) from party p
        where p.collaboration_id = r.collaboration_id and p.organisation_id = o.id), false) as left
    from space s join round r on r.id = s.round_id
    join organisation o on o.id = s.organisation_id
    left join organisation n on n.id = o.successor_id
    where s.round_id = ${round} order by o.name collate "sv-x-icu"`.execute(db)
  return rows
}

async function itemsOf(db: Db, round: Id): Promise<PlanItem[]> {
  const { rows } = await sql<PlanItem>`
    select i.id, i.space_id, i.about, c.number, c.title, c.responsible, i.exempted_at, i.exempt_reason,
      t.name as handed_to, w.name as carried_by, exists (select from report where report.item_id = i.id) as sent
    from round_item i join space s on s.id = i.space_id
    left join commitment c on c.id = i.commitment_id
    left join organisation w on w.id = c.owner_id and w.id <> s.organisation_id
    left join round_item h on h.id = i.handed_to_id
    left join space hs on hs.id = h.space_id
    left join organisation t on t.id = hs.organisation_id
    where i.round_id = ${round} and not i.running
    order by array_position(array['commitment', 'promise', 'party', 'collaboration'], i.about), c.number`.execute(
    db
  )
  return rows
}

async function respondersOf(db: Db, round: Id): Promise<PlanResponder[]> {
  const { rows } = await sql<PlanResponder>`
    select r.id, r.space_id, r.name, r.mail, p.ended_at is not null as ended,
      exists (select from link where link.responder_id = r.id) as linked
    from responder r join space s on s.id = r.space_id left join person p on p.mail = r.mail
    where s.round_id = ${round} order by r.name collate "sv-x-icu", r.mail`.execute(db)
  return rows
}

async function leftOutOf(db: Db, round: Id, collaboration: Id): Promise<LeftOut[]> {
  const { rows } = await sql<LeftOut>`
    select c.id, c.number, c.title, o.name as owner
    from commitment c left join organisation o on o.id = c.owner_id
    where c.collaboration_id = ${collaboration} and c.stage <> 'proposed'
      and not exists (select from round_item i where i.round_id = ${round} and i.commitment_id = c.id)
    order by c.number`.execute(db)
  return rows
}
