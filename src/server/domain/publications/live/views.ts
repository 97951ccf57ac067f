import type { Id } from '#server/platform/db/ids.ts'
import type { House } from '../../reports/houses.ts'
import type { BlockSettings } from '../settings.ts'
import { answersFrom, type Answer } from './answers.ts'
import type { Material } from './material.ts'
import { roundsIn, type AskedOf, type Round } from './rounds.ts'
import type { SaidByParty } from './said-by-parties.ts'
import type { Told } from './told.ts'

/** What was told, as of all rounds or in some of them. */
export type View = {
  round: Round | null
  answers: Answer[]
  told: Told[]
  saidByParties: SaidByParty[]
  houses: Material['houses']
}

/** Put together once for each choice of rounds, however many blocks are set to it. */
export function viewOf(material: Material, { round: chosen = 'all' }: BlockSettings): View {
  const known = material.views.get(chosen)
  if (known) return known
  const view =
    chosen === 'all' ? viewOfAll(material) : viewOfRounds(material, roundsIn(material.rounds, chosen))
  material.views.set(chosen, view)
  return view
}

const viewOfAll = ({ round, commitments, told, saidByParties, houses }: Material): View => ({
  ...{ round, told, saidByParties, houses },
  answers: answersFrom(commitments, told)
})

/** Without any of them there is nothing told. */
function viewOfRounds(material: Material, rounds: Round[]): View {
  const ids = new Set(rounds.map(({ id }) => id))
  const isIn = (one: { round_id: Id }) => ids.has(one.round_id)
  const told = material.told.filter(isIn)
  return {
    ...{ round: joinedOf(rounds), told },
    answers: answersFrom(material.commitments, told),
    saidByParties: material.saidByParties.filter(isIn),
    houses: housesIn(material, told, material.asked.filter(isIn))
  }
}

/** Some rounds told of as one: "Våren 2026, Hösten 2026". */
function joinedOf(rounds: Round[]): Round | null {
  const [latest] = rounds
  const inTurn = rounds.toReversed()
  return latest
    ? { ...latest, name: inTurn.map(({ name }) => name).join(', '), from: inTurn[0]?.from ?? latest.from }
    : null
}

const somewhat = new Set(['partly', 'mostly', 'fully', 'unstated'])

/** Houses as some rounds light them: the base is what was asked for, answered in any of them. */
function housesIn({ houses, today }: Material, told: Told[], asked: AskedOf[]): House[] {
  const items = new Map<Id, AskedOf>()
  for (const item of asked) {
    const known = items.get(item.commitment_id)
    items.set(item.commitment_id, known?.answered ? known : item)
  }
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
