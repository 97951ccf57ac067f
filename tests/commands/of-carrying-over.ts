import { carryOver } from '#server/domain/carrying-over/carrying.ts'
import { chooseFor, chooseForMany } from '#server/domain/carrying-over/choosing.ts'
import * as fields from '#server/domain/carrying-over/fields.ts'
import { beginSuccessor } from '#server/domain/carrying-over/succeeding.ts'
import { askOn } from '#server/domain/proposals/asking-on.ts'
import { takeBackChoice } from '#server/domain/proposals/taking-back.ts'
import { newId } from '#server/platform/db/ids.ts'
import type { Tx } from '#server/platform/db/write.ts'
import { secrets } from '../round.ts'
import { command, type Ground } from './commands.ts'

/** Makes the other collaboration the one that goes on. */
async function pairOf(tx: Tx, { collaboration: earlier, another: successor }: Ground) {
  await tx.updateTable('collaboration').set({ predecessor_id: earlier }).where('id', '=', successor).execute()
  return { earlier, successor }
}

/** The commitment stands as it was written first. */
const seen = '1:1'
const choice = ({ commitment }: Ground, choice: string) => ({ commitment, seen, version: '0', choice })

export const ofCarryingOver = [
  command(
    'chooseFor: make concrete',
    fields.newChoice,
    (ground) => ({
      ...choice(ground, 'make_concrete'),
      ...{ title: 'Konkret', wording: 'Så här.', lead_id: ground.otherOrganisation, responsible: 'Rektor' },
      ...{ target_group: 'Alla', to_day: '2028-06-01', target_value: '40', target_unit: 'kvällar' }
    }),
    async (tx, ground, value) => chooseFor(tx, ground.actor, await pairOf(tx, ground), value)
  ),
  command(
    'chooseFor: end',
    fields.newChoice,
    (ground) => ({ ...choice(ground, 'end'), reason: 'Klart.' }),
    async (tx, ground, value) => chooseFor(tx, ground.actor, await pairOf(tx, ground), value)
  ),
  command(
    'chooseForMany',
    fields.choiceForMany,
    ({ commitment }) => ({ seen_ids: [`${commitment}:${seen}`], choice: 'continue', reason: '' }),
    async (tx, ground, value) => chooseForMany(tx, ground.actor, await pairOf(tx, ground), value)
  ),
  command(
    'takeBackChoice',
    fields.undoneChoice,
    ({ commitment }) => ({ commitment, version: '1' }),
    async (tx, ground, value) => takeBackChoice(tx, ground.actor, await pairOf(tx, ground), value)
  ),
  command(
    'carryOver',
    fields.answeredPlaces,
    ({ organisation }) => ({ [`lead_${organisation}`]: 'same' }),
    async (tx, ground, value) => {
      const pair = await pairOf(tx, ground)
      const seen_ids = [{ commitment: ground.commitment, seen }]
      await chooseForMany(tx, ground.actor, pair, { seen_ids, choice: 'continue', reason: null })
      return carryOver(tx, ground.actor, pair, value)
    }
  ),
  command(
    'beginSuccessor',
    fields.newSuccessor,
    ({ kind }) => ({
      ...{ id: newId(), kind_id: kind, name: 'Nästa', reach: 'public' },
      ...{ from_day: '2028-01-01', to_day: '2029-12-31', precision: 'year' }
    }),
    (tx, ground, value) => beginSuccessor(tx, ground.actor, ground.collaboration, value)
  ),
  command(
    'askOn',
    fields.askingOn,
    () => ({ name: 'Inför nästa', from_day: '2026-11-22', due_on: '2026-12-20', invitation: 'Hej' }),
    async (tx, ground, value) => {
      const pair = await pairOf(tx, ground)
      const seen_ids = [{ commitment: ground.commitment, seen }]
      await chooseForMany(tx, ground.actor, pair, { seen_ids, choice: 'ask', reason: null })
      return askOn(tx, ground.actor, pair, value, secrets)
    }
  )
]
