import { newId, type Id } from '#server/platform/db/ids.ts'
import type { Tx } from '#server/platform/db/write.ts'
import { Invalid } from '#server/platform/refusals.ts'
import { addObjective } from '../objectives/objectives.ts'
import { addParty } from '../parties/parties.ts'
import type { Actor } from '../people/actor.ts'
import { alikeIn, topIn } from './alike.ts'
import type { AnsweredPlaces } from './fields.ts'
import type { Pair } from './permissions.ts'
import type { Plan, Unplaced } from './plan.ts'

/** Where what a commitment is tied to stands in the later collaboration. */
export type Places = { objectives: (ids: Id[]) => Id[]; lead: (id: Id) => Id | null }

/**
 * What is called alike, and for the rest what was answered: an objective or an organisation that takes its place, the
 * same once more (an objective of the later plan, a party), or none. @throws Invalid for what is not answered.
 */
export async function placesIn(
  tx: Tx,
  actor: Actor,
  pair: Pair,
  plan: Plan,
  answered: AnsweredPlaces
): Promise<Places> {
  guard(plan, answered)
  const objectives = new Map<Id, Id | null>()
  for (const { id } of plan.objectives.unplaced)
    objectives.set(id, await objectiveFor(tx, actor, pair, plan, id, answered[`objective_${id}`]))
  const leads = new Map<Id, Id | null>()
  for (const { id } of plan.leads.unplaced)
    leads.set(id, await leadFor(tx, actor, pair, id, answered[`lead_${id}`]))
  const { earlier, later } = plan.objectives
  const [alike, top] = [alikeIn(earlier, later), topIn(earlier)]
  const objective = (id: Id): Id | null => alike(id) ?? objectives.get(top(id)?.id ?? '') ?? null
  return {
    objectives: (ids) => [...new Set(ids.map(objective).filter((id) => id !== null))],
    lead: (id) => (leads.has(id) ? (leads.get(id) ?? null) : id)
  }
}

function guard({ objectives, leads }: Plan, answered: AnsweredPlaces): void {
  const wrong = (kind: string, among: { id: Id }[], unplaced: Unplaced[]) =>
    unplaced.flatMap(({ id, again }) => {
      const name = `${kind}_${id}`
      const said = answered[name]
      if (!said) return [[name, 'required']]
      const known = said === 'none' || (said === 'same' && again) || among.some((one) => one.id === said)
      return known ? [] : [[name, 'not_a_choice']]
    })
  const errors = [
    ...wrong('objective', objectives.later, objectives.unplaced),
    ...wrong('lead', leads.parties, leads.unplaced)
  ]
  if (errors.length > 0) throw new Invalid(Object.fromEntries(errors) as Record<string, string>)
}

async function objectiveFor(
  tx: Tx,
  actor: Actor,
  { successor }: Pair,
  { objectives }: Plan,
  id: Id,
  said: string | undefined
): Promise<Id | null> {
  if (said !== 'same') return said && said !== 'none' ? said : null
  const { kind, title, description } = objectives.earlier.find((one) => one.id === id)!
  return addObjective(tx, actor, successor, { kind: kind as 'focus_area', title, description })
}

async function leadFor(
  tx: Tx,
  actor: Actor,
  { successor }: Pair,
  id: Id,
  said: string | undefined
): Promise<Id | null> {
  if (said !== 'same') return said && said !== 'none' ? said : null
  await addParty(tx, actor, successor, { id: newId(), organisation_id: id, role: 'party' })
  return id
}
