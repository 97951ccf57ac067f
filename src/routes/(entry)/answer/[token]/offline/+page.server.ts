import { address } from '#ui/words/addresses.ts'
import { holderOf } from '../../holding.ts'

/** Kept on the device, and shown in the place of what can't be had without a net. */
export const load = async (event) => {
  await holderOf(event)
  return { home: address(event.locals.locale, 'answer', event.params.token) }
}
