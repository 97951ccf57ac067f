import type { Id } from '#server/platform/db/ids.ts'
import { write, type Db, type Tx } from '#server/platform/db/write.ts'
import type { Actor } from '#server/domain/people/actor.ts'
import { saveDraft } from '#server/domain/answers/saving.ts'
import { submitAnswers } from '#server/domain/answers/submitting.ts'
import { handItem } from '#server/domain/rounds/handing.ts'
import { openPreparedRound } from '#server/domain/rounds/opening.ts'
import { planOf } from '#server/domain/rounds/planning.ts'
import { prepareRound } from '#server/domain/rounds/preparing.ts'
import { asked, holderOf, secrets, smallWorld } from './round.ts'

/** What is asked of one party. @throws when it is not in the plan. */
export async function partyOf(db: Db, actor: Actor, round: Id, organisation: Id) {
  const { parties } = await planOf(db, actor, round)
  const found = parties.find((one) => one.organisation.id === organisation)
  if (!found) throw new Error('not in the plan')
  return found
}

/** The small world with a round that its coordinator prepares, and what the coordinator and its parties may do with it. */
export async function preparedRound(db: Db) {
  const world = await smallWorld(db)
  const { coordinator } = world.roles
  const does = <T>(work: (tx: Tx) => Promise<T>) => write(db, coordinator, work)
  const { id: round } = await does((tx) => prepareRound(tx, coordinator, world.collaboration, asked))
  const open = () => does((tx) => openPreparedRound(tx, coordinator, round, secrets))
  const plan = () => planOf(db, coordinator, round)
  const party = (organisation: Id) => partyOf(db, coordinator, round, organisation)
  const hand = (item: Id, organisation_id: Id) =>
    does((tx) => handItem(tx, coordinator, item, { organisation_id, reason: null }, secrets))
  const send = (organisation: Id) => begin(db, organisation)
  return { ...world, coordinator, does, round, open, plan, party, hand, send }
}

/** A party begins its first answer, and may send it in. */
async function begin(db: Db, organisation: Id) {
  const actor = await holderOf(db, organisation)
  const item = actor.errand.items[0] ?? ''
  const written = { degree: 'partly', done: 'Lite', publishable: 'yes' }
  const saved = await write(db, actor, (tx) => saveDraft(tx, actor, { item, mark: '', written }, secrets))
  return {
    item,
    submit: () => write(db, actor, (tx) => submitAnswers(tx, actor, [{ item, mark: saved.mark }], secrets))
  }
}
