import { isId, type Id } from '#server/platform/db/ids.ts'
import type { Db } from '#server/platform/db/write.ts'
import type { Actor } from '../people/actor.ts'
import { housesOf, type Whose } from './houses.ts'
import { collaborationsOf } from './quarters.ts'

type Place = { collaboration: Id; number: number }
const atATime = 100

/** The last one of the page before, as its address has it; null for anything else. */
export function pageAfter(written: string | null): Place | null {
  const [collaboration, number = ''] = (written ?? '').split('_')
  if (!isId(collaboration) || !/^\d{1,9}$/.test(number)) return null
  return { collaboration, number: Number(number) }
}

/** A page of houses, by collaboration and number, and what to ask for the next one. */
export async function listHouses(db: Db, actor: Actor, whose: Whose, after: Place | null) {
  const found = await housesOf(db, actor, whose, { limit: atATime + 1, after })
  const houses = found.slice(0, atATime)
  const last = found.length > atATime ? houses.at(-1) : undefined
  const under = Map.groupBy(houses, (house) => house.collaboration_id)
  const collaborations = await collaborationsOf(db, [...under.keys()])
  const groups = [...under].map(([id, own]) => ({
    ...collaborations.find((one) => one.id === id)!,
    houses: own
  }))
  const internal = houses.some(({ audience }) => audience !== 'public')
  return { groups, internal, next: last ? `${last.collaboration_id}_${last.number}` : null }
}
