import { expect, test } from 'vitest'
import { stateWords, waitingIn, type OnStreet } from './saying.ts'

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

test('a question that a party has not answered is not told of as something it has not begun', () => {
  expect(stateWords({ ...item('party', 'untouched'), about: 'party' }, 'neuter')).toBe('inte besvarat än')
})
