import { sql } from 'kysely'
import type { Id } from '#server/platform/db/ids.ts'
import type { Db } from '#server/platform/db/write.ts'
import type { Actor } from '../people/actor.ts'
import { withinReach, type Reach } from '../people/reach.ts'
import { quarterOf } from '../reports/quarters.ts'
import { findRelatives, type Organisation } from './organisations.ts'
import { can } from './permissions.ts'

export type PartyRole = 'maker' | 'party' | 'participant' | 'convener' | 'funder' | 'reference'
export type Partaking = {
  slug: string
  name: string
  language: string
  audience: Reach
  roles: PartyRole[]
  current: boolean
}

/** The collaborations it is a party of, as this reader may see them: what it is in now first. */
async function listPartakings(db: Db, actor: Actor, organisation: Id): Promise<Partaking[]> {
  const { rows } = await sql<Partaking>`
    select k.slug, k.name, k.language, k.audience, array_agg(distinct p.role) as roles,
      bool_or(p.to_day is null) and k.lifecycle <> 'ended' as current
    from party p join collaboration k on k.id = p.collaboration_id
    where p.organisation_id = ${organisation}
      and ${withinReach(actor, { audience: 'k.audience', collaboration: 'k.id', owner: 'k.authority_id' })}
    group by k.id order by current desc, k.from_day desc nulls last, k.name limit 200`.execute(db)
  return rows
}

export type Contribution = {
  id: Id
  number: number
  title: string
  audience: Reach
  collaboration_slug: string
  language: string
  role: 'co_actor' | 'initiator' | 'funder'
}

/** What others answer for and it takes part in, as this reader may see it. */
async function listContributions(db: Db, actor: Actor, organisation: Id): Promise<Contribution[]> {
  const { rows } = await sql<Contribution>`
    select c.id, c.number, c.title, c.audience, k.slug as collaboration_slug, k.language, p.role
    from commitment_party p join commitment c on c.id = p.commitment_id join collaboration k on k.id = c.collaboration_id
    where p.organisation_id = ${organisation} and c.owner_id is distinct from ${organisation}
      and ${withinReach(actor, { audience: 'c.audience', collaboration: 'c.collaboration_id', owner: 'c.owner_id' })}
    order by p.role, c.collaboration_id, c.number limit 200`.execute(db)
  return rows
}

/** All that an organisation's page tells this reader. */
export async function readOrganisation(db: Db, actor: Actor, organisation: Organisation) {
  const [promised, partakings, contributions, relatives] = await Promise.all([
    quarterOf(db, actor, { organisation: organisation.id }),
    listPartakings(db, actor, organisation.id),
    listContributions(db, actor, organisation.id),
    findRelatives(db, organisation)
  ])
  const internal =
    promised.internal || [...partakings, ...contributions].some(({ audience }) => audience !== 'public')
  return {
    internal,
    organisation,
    promised,
    partakings,
    contributions,
    relatives,
    can: can(actor, organisation.id)
  }
}
