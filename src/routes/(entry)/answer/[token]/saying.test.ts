import { expect, test } from 'vitest'
import { waitingIn, type OnStreet } from './saying.ts'

const item = (id: string, state: OnStreet['state'], lacks: OnStreet['lacks'] = null) =>
  ({ id, state, lacks }) as OnStreet

test('one goes on with the first that is not done, and that no colleague keeps to themselves', () => {
  const items = [
    item('accepted', 'accepted'),
    item('ready', 'begun', {}),
    item('of-a-colleague', 'untouched'),
    item('free', 'untouched')
  ]
  expect(waitingIn(items)?.id).toBe('of-a-colleague')
  expect(waitingIn(items, [{ item: 'of-a-colleague' }])?.id).toBe('free')
})
