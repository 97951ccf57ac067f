import { sql } from 'kysely'
import type { Id } from '#server/platform/db/ids.ts'
import type { PeriodPrecision } from '#server/platform/db/schema.ts'
import type { Db } from '#server/platform/db/write.ts'
import type { Actor } from '../../people/actor.ts'
import { withinReach } from '../../people/reach.ts'
import type { BlockSettings } from '../settings.ts'
import type { Commitment } from './commitments.ts'
import { focusAreasOf, type Material } from './material.ts'
import { isAbout } from './views.ts'
import type { OngoingFacts } from '../facts.ts'
import type { GoingOn, Tie, Within } from '../frozen.ts'

const stagesOf = {
  now: ['proposed', 'agreed', 'ongoing'],
  done: ['completed', 'in_ordinary_operations'],
  all: ['proposed', 'agreed', 'ongoing', 'completed', 'in_ordinary_operations']
}
const lifecyclesOf = {
  now: ['preparing', 'active'],
  done: ['in_ordinary_operations', 'ended'],
  all: ['preparing', 'active', 'in_ordinary_operations', 'ended']
}

/**
 * "Vad har vi gjort? Vad är på gång?": by focus area and perspective, what goes on first, with who began it, what else it
 * serves and where it comes from. What is also about a focus area stands under its main one only, so nothing is told twice.
 * What goes on now is not what should be over by now, and not what it will go on in later.
 */
export function ongoing(material: Material, settings: BlockSettings): OngoingFacts {
  const stages = settings.stages === 'done' || settings.stages === 'all' ? settings.stages : 'now'
  const shown = material.commitments.filter(
    ({ stage, objective_id, to_day }) =>
      stagesOf[stages].includes(stage) &&
      isAbout(material, settings, objective_id) &&
      !(stages === 'now' && to_day !== null && to_day < material.today)
  )
  const told = material.ties.filter(
    ({ kind, direction }) => stages !== 'now' || direction === 'from' || kind !== 'continues'
  )
  const ties = Map.groupBy(told, ({ commitment_id }) => commitment_id)
  const byArea = Map.groupBy(shown, ({ objective_id }) => material.tree.rootOf(objective_id)?.id ?? null)
  const groups = [...focusAreasOf(material), null].map((area) => ({
    title: area?.title ?? null,
    items: inTurn(byArea.get(area?.id ?? null) ?? []).map((one) =>
      goingOn(material, one, ties.get(one.id) ?? [])
    )
  }))
  return {
    stages,
    groups: groups.filter(({ items }) => items.length > 0),
    within: settings.objective
      ? []
      : material.within.filter(({ lifecycle }) => lifecyclesOf[stages].includes(lifecycle))
  }
}

const turn = ['ongoing', 'agreed', 'proposed', 'in_ordinary_operations', 'completed']
const inTurn = (commitments: Commitment[]): Commitment[] =>
  commitments.toSorted((one, other) => turn.indexOf(one.stage) - turn.indexOf(other.stage))

function goingOn({ tree }: Material, commitment: Commitment, ties: TieOf[]): GoingOn {
  const { id, number, title, stage, lead, parties, initiators, labels } = commitment
  const main = tree.rootOf(commitment.objective_id)?.id
  const others = commitment.also
    .map((objective) => tree.rootOf(objective))
    .filter((area) => area?.id !== main)
  return {
    ...{ number, title, seed: id, stage, lead, parties, initiators, labels },
    period: { from: commitment.from_day, to: commitment.to_day, precision: commitment.precision },
    also: [...new Set(others.flatMap((area) => area?.title ?? []))],
    carriedBy: commitment.carried_by,
    ties: ties.map(({ commitment_id: _, ...tie }) => tie)
  }
}

export type TieOf = Tie & { commitment_id: Id }

/** Where commitments come from and what they go on in, as far as the reader may see the other. */
export async function tiesOf(db: Db, reader: Actor, collaboration: Id): Promise<TieOf[]> {
  const other = sql`join commitment o on o.id = ties.other_id join collaboration k on k.id = o.collaboration_id
    where ${withinReach(reader, { audience: 'o.audience', collaboration: 'o.collaboration_id' })}`
  const { rows } = await sql<TieOf>`
    select ties.commitment_id, ties.kind, ties.direction, o.number, o.title,
      case when k.id <> ${collaboration} then jsonb_build_object('slug', k.slug, 'name', k.name) end as collaboration
    from (
      select l.later_id as commitment_id, l.earlier_id as other_id, l.kind, 'from' as direction
      from lineage l join commitment c on c.id = l.later_id where c.collaboration_id = ${collaboration}
      union all
      select l.earlier_id, l.later_id, l.kind, 'into'
      from lineage l join commitment c on c.id = l.earlier_id where c.collaboration_id = ${collaboration}
    ) ties ${other} order by ties.direction, k.from_day, o.number`.execute(db)
  return rows
}

/** The collaborations that are part of this one. */
export async function partsOf(db: Db, reader: Actor, collaboration: Id): Promise<Within[]> {
  const { rows } = await sql<
    Omit<Within, 'period'> & { from_day: string | null; to_day: string | null; precision: PeriodPrecision }
  >`
    select c.slug, c.name, kind.words, c.lifecycle, c.purpose, c.from_day, c.to_day, c.precision
    from collaboration_parent p join collaboration c on c.id = p.collaboration_id join kind on kind.id = c.kind_id
    where p.parent_id = ${collaboration} and ${withinReach(reader, { audience: 'c.audience', collaboration: 'c.id' })}
    order by c.name collate "sv-x-icu", c.id`.execute(db)
  return rows.map(({ from_day, to_day, precision, ...one }) => ({
    ...one,
    period: { from: from_day, to: to_day, precision }
  }))
}
