import { sql, type RawBuilder } from 'kysely'
import type { Actor } from './actor.ts'

/** The columns that decide who sees a row. `owner` is the organisation whose own it is, where there is one. */
export type ReachColumns = { audience: string; collaboration: string; owner?: string }

/**
 * Reach as a query: true for the rows this actor may see. Public rows; every row of collaborations they coordinate
 * or read; rows for the parties where they are one; their organisation's own.
 */
export function withinReach(actor: Actor, columns: ReachColumns): RawBuilder<boolean> {
  if (actor.reads === 'all') return sql<boolean>`true`
  const audience = sql.ref(columns.audience)
  const collaboration = sql.ref(columns.collaboration)
  const ways = [sql`${audience} = 'public'`]
  if (actor.reads.length > 0) ways.push(sql`${collaboration} = any(${actor.reads}::uuid[])`)
  if (actor.partyIn.length > 0)
    ways.push(sql`(${audience} = 'parties' and ${collaboration} = any(${actor.partyIn}::uuid[]))`)
  if (columns.owner && actor.organisations.length > 0)
    ways.push(sql`(${audience} = 'own' and ${sql.ref(columns.owner)} = any(${actor.organisations}::uuid[]))`)
  return sql<boolean>`(${sql.join(ways, sql` or `)})`
}

/**
 * Reach of answers. One that is its organisation's own is for that organisation and the coordinators; others who read
 * the collaboration whole don't see it, for so the form promises whoever answers ("bara samordnaren och vi själva").
 */
export function answerWithinReach(actor: Actor, columns: Required<ReachColumns>): RawBuilder<boolean> {
  const seen = withinReach(actor, columns)
  if (actor.coordinates === 'all') return seen
  return sql<boolean>`(${seen} and (${sql.ref(columns.audience)} <> 'own'
    or ${sql.ref(columns.collaboration)} = any(${actor.coordinates}::uuid[])
    or ${sql.ref(columns.owner)} = any(${actor.organisations}::uuid[])))`
}

/** The widest first. */
export const reaches = ['public', 'parties', 'own'] as const
export type Reach = (typeof reaches)[number]

/** The least visible of several reaches: what is materialised as a row's audience. */
export const leastOf = (...given: Reach[]): Reach =>
  reaches[Math.max(...given.map((reach) => reaches.indexOf(reach)))] ?? 'own'
