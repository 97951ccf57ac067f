import { sql } from 'kysely'
import type { Id } from '#server/platform/db/ids.ts'
import type { Db } from '#server/platform/db/write.ts'
import type { Actor } from '../people/actor.ts'
import { withinReach, type Reach } from '../people/reach.ts'
import { housesOf, type House } from '../reports/houses.ts'
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

export type Contribution = House & { roles: ContributionRole[] }
type ContributionRole = 'co_actor' | 'initiator' | 'funder'

/** What others answer for and it takes part in, each as its house, as this reader may see it. */
async function listContributions(db: Db, actor: Actor, organisation: Id): Promise<Contribution[]> {
  const houses = await housesOf(db, actor, { partaking: organisation }, { limit: 200 })
  const roles = await db
    .selectFrom('commitment_party')
    .select(['commitment_id', 'role'])
    .where('organisation_id', '=', organisation)
    .orderBy('role')
    .execute()
  const held = Map.groupBy(roles, ({ commitment_id }) => commitment_id)
  return houses.map((house) => ({
    ...house,
    roles: (held.get(house.id) ?? []).map(({ role }) => role as ContributionRole)
  }))
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
