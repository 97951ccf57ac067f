import { sql } from 'kysely'
import { dayIn } from '#server/platform/clock.ts'
import type { Id } from '#server/platform/db/ids.ts'
import type { Db } from '#server/platform/db/write.ts'
import { timeZoneOf } from '../installation/installation.ts'
import { listObjectives, type Objective } from '../objectives/objectives.ts'
import { alikeIn, topIn } from './alike.ts'
import type { Fate } from './carrying-over.ts'
import type { Pair } from './permissions.ts'

/** A choice that waits to be carried over, with what its commitment is to be made of. */
export type Waiting = {
  id: Id
  choice: Fate
  earlier_id: Id
  stale: boolean
  title: string
  wording: string | null
  lead_id: Id | null
  answerer_id: Id | null
  responsible: string | null
  target_group: string | null
  to_day: string | null
  initiated_by: string | null
  labels: string[]
  reach: 'public' | 'parties' | 'own'
  /** The main one first. */
  objective_ids: Id[]
  area_ids: Id[]
  co_actor_ids: Id[]
  initiator_ids: Id[]
  targets: {
    qualifier: 'at_least' | 'on_average' | 'aims_for'
    value: number
    unit: string
    per: 'week' | 'month' | 'quarter' | 'year' | 'period'
    alternatives: string[]
  }[]
}

/** Something of the earlier collaboration that nothing in the later is like. */
export type Unplaced = { id: Id; name: string; commitments: number; again: boolean }
export type Plan = {
  waiting: Waiting[]
  objectives: { earlier: Objective[]; later: Objective[]; unplaced: Unplaced[] }
  leads: { parties: { id: Id; name: string }[]; unplaced: Unplaced[] }
}

/** What is chosen and not yet carried over, and what must be answered before it can be. */
export async function planOf(db: Db, pair: Pair): Promise<Plan> {
  const today = dayIn(await timeZoneOf(db))
  const [waiting, earlier, later, parties] = await Promise.all([
    waitingIn(db, pair, today),
    listObjectives(db, pair.earlier),
    listObjectives(db, pair.successor),
    partiesIn(db, pair.successor, today)
  ])
  const going = waiting.filter(({ choice, stale }) => choice !== 'end' && !stale)
  return {
    waiting,
    objectives: { earlier, later, unplaced: unplacedObjectives(going, earlier, later) },
    leads: { parties, unplaced: await unplacedLeads(db, going, parties, today) }
  }
}

function unplacedObjectives(going: Waiting[], earlier: Objective[], later: Objective[]): Unplaced[] {
  const [alike, top] = [alikeIn(earlier, later), topIn(earlier)]
  const tops = going.map(({ objective_ids }) => [
    ...new Set(objective_ids.filter((id) => alike(id) === null).map((id) => top(id)?.id))
  ])
  return earlier.flatMap(({ id, title: name }) => {
    const commitments = tops.filter((ids) => ids.includes(id)).length
    return commitments > 0 ? [{ id, name, commitments, again: true }] : []
  })
}

/** Where the later collaboration names its parties, whoever leads is one; and nobody leads who is no more. */
async function unplacedLeads(
  db: Db,
  going: Waiting[],
  parties: { id: Id }[],
  today: string
): Promise<Unplaced[]> {
  const counted = new Map<Id, number>()
  for (const { lead_id, answerer_id } of going) {
    const id = lead_id ?? answerer_id
    if (id) counted.set(id, (counted.get(id) ?? 0) + 1)
  }
  const { rows } = await sql<{ id: Id; name: string; again: boolean }>`
    select id, name, ${thereOn(today)} as again from organisation
    where id = any(${[...counted.keys()]}::uuid[]) order by name collate "sv-x-icu"`.execute(db)
  return rows
    .filter(({ id, again }) => !again || (parties.length > 0 && !parties.some((party) => party.id === id)))
    .map((row) => ({ ...row, commitments: counted.get(row.id) ?? 0 }))
}

const thereOn = (day: string) => sql<boolean>`(to_day is null or to_day >= ${day}::date)`

async function partiesIn(db: Db, collaboration: Id, today: string) {
  const { rows } = await sql<{ id: Id; name: string }>`
    select distinct o.id, o.name, o.name collate "sv-x-icu" from party p join organisation o on o.id = p.organisation_id
    where p.collaboration_id = ${collaboration} and (p.to_day is null or p.to_day >= ${today}::date) order by 3`.execute(
    db
  )
  return rows.map(({ id, name }) => ({ id, name }))
}

const tied = (
  role: string,
  today: string
) => sql`coalesce((select array_agg(p.organisation_id) from commitment_party p
    join organisation o on o.id = p.organisation_id and ${thereOn(today)}
    where p.commitment_id = e.id and p.role = ${role}), '{}')`

/** The dates of the period that was are not those of the next; what was written when it was made concrete is. */
async function waitingIn(db: Db, { earlier, successor }: Pair, today: string): Promise<Waiting[]> {
  const { rows } = await sql<Waiting>`
    select k.id, k.choice, e.id as earlier_id,
      (k.earlier_version, k.earlier_wording) <> (e.version, coalesce(w.number, 0)) as stale,
      coalesce(k.title, e.title) as title, case when k.title is null then w.wording else k.wording end as wording,
      case when e.answerer_id is null then coalesce(k.lead_id, e.lead_id) end as lead_id,
      case when e.answerer_id is not null then coalesce(k.lead_id, e.answerer_id) end as answerer_id,
      coalesce(k.responsible, case when k.lead_id is null then e.responsible end) as responsible,
      coalesce(k.target_group, e.target_group) as target_group, k.to_day, e.initiated_by, e.labels, e.reach,
      coalesce((select array_agg(o.objective_id order by o.main desc, o.objective_id) from commitment_objective o
        where o.commitment_id = e.id), '{}') as objective_ids,
      coalesce((select array_agg(a.area_id) from commitment_area a join area on area.id = a.area_id and ${thereOn(today)}
        where a.commitment_id = e.id), '{}') as area_ids,
      ${tied('co_actor', today)} as co_actor_ids, ${tied('initiator', today)} as initiator_ids,
      coalesce((select json_agg(json_build_object('qualifier', t.qualifier, 'value', t.value, 'unit', t.unit, 'per', t.per,
          'alternatives', t.alternatives) order by t.id) from target t where t.commitment_id = e.id), '[]')::jsonb
        || case when k.target_value is null then '[]' else jsonb_build_array(jsonb_build_object('qualifier', 'at_least',
          'value', k.target_value, 'unit', k.target_unit, 'per', 'period', 'alternatives', '[]'::jsonb)) end as targets
    from carry_over k join commitment e on e.id = k.earlier_id
    left join commitment_wording w on w.id = e.wording_id
    where k.collaboration_id = ${successor} and e.collaboration_id = ${earlier}
      and k.carried_at is null and k.choice <> 'ask'
    order by e.number`.execute(db)
  return rows
}
