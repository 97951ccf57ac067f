import type { Id } from '#server/platform/db/ids.ts'
import type { House } from '../../reports/houses.ts'
import type { BlockSettings } from '../settings.ts'
import { answersFrom, type Answer } from './answers.ts'
import type { Material } from './material.ts'
import type { Round } from './rounds.ts'
import type { SaidByParty } from './said-by-parties.ts'
import type { Told } from './told.ts'

/** What was told, as of all rounds or in one of them. */
export type View = {
  round: Round | null
  answers: Answer[]
  told: Told[]
  saidByParties: SaidByParty[]
  houses: Material['houses']
}

/** Put together once for each round, however many blocks are set to it. */
export function viewOf(material: Material, { round: chosen = 'all' }: BlockSettings): View {
  const known = material.views.get(chosen)
  if (known) return known
  const view = chosen === 'all' ? viewOfAll(material) : viewOfRound(material, roundOf(material, chosen))
  material.views.set(chosen, view)
  return view
}

const roundOf = ({ rounds, round }: Material, chosen: string): Round | null =>
  chosen === 'latest' ? round : (rounds.find(({ id }) => id === chosen) ?? null)

const viewOfAll = ({ round, commitments, told, saidByParties, houses }: Material): View => ({
  ...{ round, told, saidByParties, houses },
  answers: answersFrom(commitments, told)
})

/** Without that round there is nothing told. */
function viewOfRound(material: Material, round: Round | null): View {
  const isIn = (one: { round_id: Id }) => one.round_id === round?.id
  const told = material.told.filter(isIn)
  return {
    ...{ round, told },
    answers: answersFrom(material.commitments, told),
    saidByParties: material.saidByParties.filter(isIn),
    houses: housesIn(material, told, round)
  }
}

const somewhat = new Set(['partly', 'mostly', 'fully', 'unstated'])

/** Houses as one round lights them: the base is what it asked for. */
function housesIn({ asked, houses, today }: Material, told: Told[], round: Round | null): House[] {
  const items = new Map(
    asked.filter(({ round_id }) => round_id === round?.id).map((item) => [item.commitment_id, item])
  )
  const degrees = new Map(told.map(({ commitment_id, degree }) => [commitment_id, degree]))
  return houses.map((house): House => {
    const item = items.get(house.id)
    const degree = house.stage === 'discontinued' ? 'not_carried_out' : (degrees.get(house.id) ?? null)
    return {
      ...house,
      degree,
      state: degree
        ? 'reported'
        : !item
          ? 'not_asked'
          : item.answered || item.due >= today
            ? 'not_due'
            : 'no_answer',
      in_base: item !== undefined && !house.on_the_way,
      carried_out: somewhat.has(degree ?? ''),
      followed_up: true
    }
  })
}

/** Whether it is about the objective chosen, or all are. */
export const isAbout = (
  { tree }: Pick<Material, 'tree'>,
  { objective }: BlockSettings,
  id: Id | null
): boolean => !objective || objective === 'whole' || tree.liesUnder(id, objective)
