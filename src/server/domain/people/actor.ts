import { now } from '#server/platform/clock.ts'
import type { ActorRecord, Db } from '#server/platform/db/write.ts'
import type { Id } from '#server/platform/db/ids.ts'
import { sql } from 'kysely'

/** Whoever acts or reads, with all that their rights are reckoned from. */
export type Actor = {
  record: ActorRecord
  person: { id: Id; name: string } | null
  administrator: boolean
  /** Organisations they belong to or represent. */
  organisations: Id[]
  /** Those of them they speak for: representatives, not every member. */
  represents: Id[]
  /** Collaborations they coordinate. */
  coordinates: 'all' | Id[]
  /** Collaborations they read whole: as coordinator or as reader. */
  reads: 'all' | Id[]
  /** Collaborations where one of their organisations is a party, or was one until the end; not those it has left. */
  partyIn: Id[]
}

const nobody = {
  person: null,
  administrator: false,
  organisations: [],
  represents: [],
  coordinates: [],
  reads: [],
  partyIn: []
}

export const visitor: Actor = { ...nobody, record: { via: 'visitor' } }
export const job: Actor = { ...nobody, record: { via: 'job' } }
/** Whoever runs the installation's commands may do everything an administrator may. */
export const cli: Actor = {
  ...nobody,
  administrator: true,
  coordinates: 'all',
  reads: 'all',
  record: { via: 'cli' }
}

type Row = {
  name: string
  organisations: Id[]
  represents: Id[]
  administrator: boolean
  coordinates_all: boolean
  reads_all: boolean
  coordinates: Id[]
  reads: Id[]
  party_in: Id[]
}

/** A signed-in person, or null when there is none (any more) by that id. One query. */
export async function actorFor(db: Db, person: Id, record: ActorRecord): Promise<Actor | null> {
  const { rows } = await sql<Row>`
    with today as (
      select (${now()}::timestamptz at time zone coalesce((select time_zone from installation), 'Europe/Stockholm'))::date as day
    ),
    grants as (select role, scope_kind, scope_id from role_grant where person_id = ${person}),
    mine as (
      select organisation_id as id from membership where person_id = ${person}
      union select scope_id from grants where role = 'representative'
    ),
    scoped as (
      select g.role, g.scope_id as collaboration_id from grants g where g.scope_kind = 'collaboration'
      union
      select g.role, c.id from grants g
        join area_path p on g.scope_kind = 'area' and p.ancestor_id = g.scope_id
        join collaboration c on c.main_area_id = p.area_id
    )
    select name,
      coalesce((select array_agg(id) from mine), '{}') as organisations,
      coalesce((select array_agg(scope_id) from grants where role = 'representative'), '{}') as represents,
      exists (select from grants where role = 'administrator') as administrator,
      exists (select from grants where scope_kind = 'installation' and role in ('administrator', 'coordinator')) as coordinates_all,
      exists (select from grants where scope_kind = 'installation') as reads_all,
      coalesce((select array_agg(distinct collaboration_id) from scoped where role = 'coordinator'), '{}') as coordinates,
      coalesce((select array_agg(distinct collaboration_id) from scoped), '{}') as reads,
      coalesce((select array_agg(distinct p.collaboration_id) from party p join mine on mine.id = p.organisation_id
        join collaboration c on c.id = p.collaboration_id
        where p.to_day is null or p.to_day >= least((select day from today), c.to_day)), '{}') as party_in
    from person where id = ${person} and ended_at is null`.execute(db)
  const row = rows[0]
  if (!row) return null
  return {
    record,
    person: { id: person, name: row.name },
    administrator: row.administrator,
    organisations: row.organisations,
    represents: row.represents,
    coordinates: row.coordinates_all ? 'all' : row.coordinates,
    reads: row.reads_all ? 'all' : row.reads,
    partyIn: row.party_in
  }
}

const holds = (scope: 'all' | Id[], id: Id): boolean => scope === 'all' || scope.includes(id)

export const isCoordinatorOf = (actor: Actor, collaboration: Id): boolean =>
  holds(actor.coordinates, collaboration)
export const readsWhole = (actor: Actor, collaboration: Id): boolean => holds(actor.reads, collaboration)
export const isMemberOf = (actor: Actor, organisation: Id | null): boolean =>
  organisation !== null && actor.organisations.includes(organisation)
