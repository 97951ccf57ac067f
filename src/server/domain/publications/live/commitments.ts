import { sql } from 'kysely'
import type { Id } from '#server/platform/db/ids.ts'
import type { PeriodPrecision } from '#server/platform/db/schema.ts'
import type { Db } from '#server/platform/db/write.ts'
import type { Actor } from '../../people/actor.ts'
import { withinReach, type Reach } from '../../people/reach.ts'
import type { Named } from '../frozen.ts'

export type Asked = { collaboration: Id; audience: Reach; mainArea: Id }
type Role = 'co_actor' | 'initiator' | 'funder'
type Row = {
  id: Id
  number: number
  title: string
  on_the_way: boolean
  stage: string
  stage_reason: string | null
  from_day: string | null
  to_day: string | null
  precision: PeriodPrecision
  initiated_by: string | null
  labels: string[]
  lead_id: Id | null
  lead: string | null
  carried_by: Named | null
}
export type Commitment = Row & {
  /** The main one, and the others it also serves. */
  objective_id: Id | null
  also: Id[]
  /** Names of those who do it with the lead, and of those who began it. */
  parties: string[]
  initiators: string[]
  /** Beside the main area. */
  places: string[]
}

/** Every commitment the reader may see, by number, with who and where. A question each, however many there are. */
export async function commitmentsOf(
  db: Db,
  reader: Actor,
  { collaboration, mainArea }: Asked
): Promise<Commitment[]> {
  const { rows } = await sql<Row>`
    select c.id, c.number, c.title, c.on_the_way, c.stage, c.stage_reason, c.from_day, c.to_day, c.precision, c.initiated_by, c.labels,
      c.lead_id, lead.name as lead,
      case when k.id is not null then jsonb_build_object('slug', k.slug, 'name', k.name) end as carried_by
    from commitment c left join organisation lead on lead.id = c.lead_id
    left join collaboration k on k.id = c.carried_by_id and ${withinReach(reader, { audience: 'k.audience', collaboration: 'k.id' })}
    where c.collaboration_id = ${collaboration}
      and ${withinReach(reader, { audience: 'c.audience', collaboration: 'c.collaboration_id', owner: 'c.owner_id' })}
    order by c.number`.execute(db)
  const objectives = await objectivesServed(db, collaboration)
  const parties = await partiesIn(db, collaboration)
  const places = await placesOf(db, collaboration, mainArea)
  return rows.map((row) => {
    const served = objectives.get(row.id) ?? []
    const theirs = parties.get(row.id) ?? []
    const named = (role: Role) => theirs.filter((party) => party.role === role)
    return {
      ...row,
      objective_id: served.find(({ main }) => main)?.objective_id ?? null,
      also: served.filter(({ main }) => !main).map(({ objective_id }) => objective_id),
      parties: named('co_actor').flatMap(({ id, name }) => (id === row.lead_id ? [] : [name])),
      initiators: [
        ...named('initiator').map(({ name }) => name),
        ...(row.initiated_by ? [row.initiated_by] : [])
      ],
      places: (places.get(row.id) ?? []).map(({ name }) => name)
    }
  })
}

async function objectivesServed(db: Db, collaboration: Id) {
  const { rows } = await sql<{ commitment_id: Id; objective_id: Id; main: boolean }>`
    select s.commitment_id, s.objective_id, s.main from commitment_objective s join objective o on o.id = s.objective_id
    where s.collaboration_id = ${collaboration} order by o.sort, o.id`.execute(db)
  return Map.groupBy(rows, ({ commitment_id }) => commitment_id)
}

async function partiesIn(db: Db, collaboration: Id) {
  const { rows } = await sql<{ commitment_id: Id; role: Role; id: Id; name: string }>`
    select p.commitment_id, p.role, o.id, o.name
    from commitment_party p join commitment c on c.id = p.commitment_id join organisation o on o.id = p.organisation_id
    where c.collaboration_id = ${collaboration} order by o.name collate "sv-x-icu", o.id`.execute(db)
  return Map.groupBy(rows, ({ commitment_id }) => commitment_id)
}

async function placesOf(db: Db, collaboration: Id, mainArea: Id) {
  const { rows } = await sql<{ commitment_id: Id; name: string }>`
    select ca.commitment_id, a.name
    from commitment_area ca join commitment c on c.id = ca.commitment_id join area a on a.id = ca.area_id
    where c.collaboration_id = ${collaboration} and a.id <> ${mainArea} order by a.name collate "sv-x-icu", a.id`.execute(
    db
  )
  return Map.groupBy(rows, ({ commitment_id }) => commitment_id)
}
