import * as v from 'valibot'
import { carryOver } from '#server/domain/carrying-over/carrying.ts'
import { chooseFor } from '#server/domain/carrying-over/choosing.ts'
import { newChoice } from '#server/domain/carrying-over/fields.ts'
import { listItems } from '#server/domain/carrying-over/listing.ts'
import { cli } from '#server/domain/people/actor.ts'
import type { StoryCarryOver, StoryChoice } from '../types.ts'
import { named, tell, type Teller } from './teller.ts'

/** What goes on into the next period, chosen and carried over as a coordinator does it. */
export async function tellCarriedOver(
  teller: Teller,
  { from, to, carried, waiting }: StoryCarryOver
): Promise<void> {
  const pair = { earlier: named(teller.collaborations, from), successor: named(teller.collaborations, to) }
  const items = new Map((await listItems(teller.db, cli, pair)).map((item) => [item.number, item]))
  const choose = (choices: StoryChoice[]) =>
    tell(teller, async (tx) => {
      for (const told of choices) {
        const { id, seen } = items.get(told.of) ?? { id: '', seen: '' }
        await chooseFor(tx, cli, pair, v.parse(newChoice, { commitment: id, seen, ...formOf(told) }))
      }
    })
  await choose(carried)
  await tell(teller, (tx) => carryOver(tx, cli, pair, {}))
  await choose(waiting)
}

const formOf = ({ of: _number, targetGroup, day, target, ...said }: StoryChoice) => ({
  ...said,
  version: '0',
  target_group: targetGroup,
  to_day: day,
  target_value: target && String(target.value),
  target_unit: target?.unit
})
