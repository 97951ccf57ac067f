import { sql } from 'kysely'
import type { Id } from '#server/platform/db/ids.ts'
import type { Db } from '#server/platform/db/write.ts'
import type { Actor } from '../../people/actor.ts'
import { withinReach } from '../../people/reach.ts'
import type { BlockSettings } from '../settings.ts'
import type { Material } from './material.ts'

/** "Samlad bedömning": what worked, what lies ahead, what it gave; of the whole where there is no objective. */
export type Assessed = {
  objective: string | null
  from: string
  to: string
  worked: string | null
  challenges: string | null
  contribution: string | null
  madeBy: string | null
}
export type AssessmentFacts = { assessments: Assessed[] }
type Row = Omit<Assessed, 'objective'> & { objective_id: Id | null }

export async function assessmentsOf(db: Db, reader: Actor, collaboration: Id): Promise<Row[]> {
  const { rows } = await sql<Row>`
    select a.objective_id, a.from_day as from, a.to_day as to, a.worked, a.challenges, a.contribution, a.made_by as "madeBy"
    from assessment a left join objective o on o.id = a.objective_id
    where a.collaboration_id = ${collaboration}
      and ${withinReach(reader, { audience: 'a.audience', collaboration: 'a.collaboration_id' })}
    order by a.objective_id is not null, o.sort, o.id, a.to_day desc, a.from_day`.execute(db)
  return rows
}

/** Of the whole first. Of one objective: what was written of it and of what lies under it. Of each, the latest period's. */
export function assessment(material: Material, settings: BlockSettings): AssessmentFacts {
  const { tree } = material
  const { objective } = settings
  const chosen = material.assessments.filter(({ objective_id }) =>
    objective === 'whole' ? objective_id === null : !objective || tree.liesUnder(objective_id, objective)
  )
  const latest = [...Map.groupBy(chosen, ({ objective_id }) => objective_id).values()].flatMap(
    ([first]) => first ?? []
  )
  return {
    assessments: latest.map(({ objective_id, ...one }) => ({
      objective: objective_id && tree.titleOf(objective_id),
      ...one
    }))
  }
}
