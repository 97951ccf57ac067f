import { sql, type RawBuilder } from 'kysely'
import type { Id } from '#server/platform/db/ids.ts'
import type { Degree } from '#server/platform/db/schema.ts'
import type { Db } from '#server/platform/db/write.ts'
import type { Told } from '../collaborations/collaborations.ts'
import { reachOf } from '../collaborations/finding.ts'
import { commitmentReach } from '../commitments/finding.ts'
import type { Actor } from '../people/actor.ts'
import { housesOf } from '../reports/houses.ts'

/** What becomes of a commitment when its period ends. */
export type Fate = 'continue' | 'change' | 'make_concrete' | 'end'
type Side = { id: Id; number: number; title: string; collaboration: Told }

/** A commitment that has been carried over, or ended with its reason. */
export type CarriedOver = {
  fate: Fate
  /** Why it ended; null for the rest. */
  reason: string | null
  earlier: Side & {
    objective_id: Id | null
    owner: string | null
    /** As far as this reader sees; null where nothing was told of it. */
    degree: Degree | null
    carried_out: boolean
  }
  /** Null where it ended. */
  later: Side | null
}

/** What became of this collaboration's commitments in the one that goes on, by their numbers, as far as this reader sees. */
export const listCarriedOver = (db: Db, reader: Actor, collaboration: Id): Promise<CarriedOver[]> =>
  listWhere(db, reader, sql`e.collaboration_id = ${collaboration}`)

/** The same of what came into a collaboration from the one before. */
export const listCarriedInto = (db: Db, reader: Actor, collaboration: Id): Promise<CarriedOver[]> =>
  listWhere(db, reader, sql`k.collaboration_id = ${collaboration}`)

/** The same of one commitment: in each collaboration that goes on. */
export const fatesOf = (db: Db, reader: Actor, commitment: Id): Promise<CarriedOver[]> =>
  listWhere(db, reader, sql`k.earlier_id = ${commitment}`)

const side = (commitment: 'e' | 'l', collaboration: 'ec' | 'lc') => sql`
  json_build_object('id', ${sql.ref(`${commitment}.id`)}, 'number', ${sql.ref(`${commitment}.number`)},
    'title', ${sql.ref(`${commitment}.title`)}, 'collaboration', json_build_object('slug', ${sql.ref(`${collaboration}.slug`)},
    'name', ${sql.ref(`${collaboration}.name`)}, 'language', ${sql.ref(`${collaboration}.language`)}))`

type Row = Omit<CarriedOver, 'earlier'> & {
  earlier: Side
  objective_id: Id | null
  owner: string | null
  collaboration_id: Id
}

/**
 * Whoever sees the old one sees that it ended, and why. That it goes on is told to those who see the new one too: else
 * they would learn of what is not theirs to know.
 */
const seenBy = (reader: Actor) => sql`
  from carry_over k
  join commitment e on e.id = k.earlier_id join collaboration ec on ec.id = e.collaboration_id
  left join commitment l on l.id = k.later_id left join collaboration lc on lc.id = l.collaboration_id
  where k.carried_at is not null and ${commitmentReach(reader, 'e')} and ${reachOf(reader, 'ec')}
    and (k.choice = 'end' or ${commitmentReach(reader, 'l')} and ${reachOf(reader, 'lc')})`

async function listWhere(db: Db, reader: Actor, which: RawBuilder<unknown>): Promise<CarriedOver[]> {
  const { rows } = await sql<Row>`
    select k.choice as fate, k.reason, ${side('e', 'ec')} as earlier, e.collaboration_id,
      (select o.objective_id from commitment_objective o where o.commitment_id = e.id and o.main) as objective_id,
      (select name from organisation where id = e.owner_id) as owner,
      case when l.id is not null then ${side('l', 'lc')} end as later
    ${seenBy(reader)} and ${which}
    order by ec.from_day, ec.id, e.number`.execute(db)
  const houses = await degreesOf(db, reader, rows)
  return rows.map(({ objective_id, owner, collaboration_id: _, earlier, ...row }) => ({
    ...row,
    earlier: { ...earlier, objective_id, owner, ...(houses.get(earlier.id) ?? untold) }
  }))
}

const untold = { degree: null, carried_out: false }

/** A page that tells of one asks for one house; a report that tells of all asks for all of a collaboration at once. */
async function degreesOf(db: Db, reader: Actor, rows: Row[]) {
  const [only] = rows
  const whose =
    rows.length === 1 && only
      ? [{ commitment: only.earlier.id }]
      : [...new Set(rows.map((row) => row.collaboration_id))].map((collaboration) => ({ collaboration }))
  const houses = await Promise.all(whose.map((one) => housesOf(db, reader, one, { limit: 100_000 })))
  return new Map(houses.flat().map(({ id, degree, carried_out }) => [id, { degree, carried_out }] as const))
}

export type Sum = Record<Fate, number>
const none: Sum = { continue: 0, change: 0, make_concrete: 0, end: 0 }

/** "41 fortsätter, 12 har gjorts mer konkreta, 9 avslutades". */
export function sumOf(carried: Pick<CarriedOver, 'fate'>[]): Sum {
  const sum = { ...none }
  for (const { fate } of carried) sum[fate] += 1
  return sum
}

/** What came into a collaboration from each that it goes on from, summed, as far as this reader sees. */
export async function sumsInto(
  db: Db,
  reader: Actor,
  collaboration: Id
): Promise<{ earlier: Told; sum: Sum }[]> {
  const { rows } = await sql<{ earlier: Told; fate: Fate; count: number }>`
    select json_build_object('slug', ec.slug, 'name', ec.name, 'language', ec.language) as earlier, k.choice as fate, count(*) as count
    ${seenBy(reader)} and k.collaboration_id = ${collaboration}
    group by ec.id, k.choice order by ec.from_day, ec.id`.execute(db)
  const each = Map.groupBy(rows, ({ earlier }) => earlier.slug)
  return [...each.values()].map((same) => ({
    earlier: same[0]!.earlier,
    sum: { ...none, ...Object.fromEntries(same.map(({ fate, count }) => [fate, count])) }
  }))
}
