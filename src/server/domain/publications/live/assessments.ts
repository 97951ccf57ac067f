import type { Assessment } from '../../assessments/assessments.ts'
import type { BlockSettings } from '../settings.ts'
import type { Material } from './material.ts'
import type { AssessmentFacts } from '../facts.ts'
import type { Assessed } from '../frozen.ts'

/** Of the whole first. Of one objective: what was written of it and of what lies under it. Of each, the latest period's. */
export function assessment(material: Material, { objective }: BlockSettings): AssessmentFacts {
  const { tree, objectives } = material
  const chosen = material.assessments.filter(({ objective_id }) =>
    objective === 'whole' ? objective_id === null : !objective || tree.liesUnder(objective_id, objective)
  )
  const byObjective = Map.groupBy(chosen, ({ objective_id }) => objective_id)
  const inOrder = [null, ...objectives.map(({ id }) => id)]
  return {
    assessments: inOrder.flatMap((id) => {
      const [latest] = byObjective.get(id) ?? []
      return latest ? [assessed(latest, id && tree.titleOf(id))] : []
    })
  }
}

const assessed = (one: Assessment, objective: string | null): Assessed => ({
  ...{ objective, from: one.from_day, to: one.to_day },
  ...{ worked: one.worked, challenges: one.challenges, contribution: one.contribution, madeBy: one.made_by }
})
