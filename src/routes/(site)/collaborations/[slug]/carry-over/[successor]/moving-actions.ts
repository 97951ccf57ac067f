import type { RequestEvent } from '@sveltejs/kit'
import { carryOver } from '#server/domain/carrying-over/carrying.ts'
import { answeredPlaces, askingOn } from '#server/domain/carrying-over/fields.ts'
import { askOn } from '#server/domain/proposals/asking-on.ts'
import { runtime } from '#server/platform/runtime.ts'
import { submit } from '../../../../../submitting.ts'
import { everything } from './filtering.ts'
import { backTo, pairIn } from './pair.ts'

export const movingActions = {
  ask: async (event: RequestEvent) => {
    const { pair, here, filter } = await pairIn(event)
    return submit(event, 'fraga', askingOn, async (tx, value) => {
      await askOn(tx, event.locals.actor, pair, value, runtime().secrets)
      return backTo(here, filter, 'for-over')
    })
  },
  carry: async (event: RequestEvent) => {
    const { pair, here } = await pairIn(event)
    return submit(event, 'for-over', answeredPlaces, async (tx, value) => {
      const { made, ended } = await carryOver(tx, event.locals.actor, pair, value)
      return backTo(here, everything, 'innehall', { inlagda: made, avslutade: ended })
    })
  }
}
