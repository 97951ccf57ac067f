import { expect, test } from 'vitest'
import { stepped } from './moving.ts'

const order = ['a', 'b', 'c']

test('one step either way', () => {
  expect(stepped(order, 'b', { direction: 'up', position: 1 })).toEqual(['b', 'a', 'c'])
  expect(stepped(order, 'b', { direction: 'down', position: 1 })).toEqual(['a', 'c', 'b'])
})

test('none at the end of the row, and none where it does not stand any more', () => {
  expect(stepped(order, 'a', { direction: 'up', position: 0 })).toBeNull()
  expect(stepped(order, 'c', { direction: 'down', position: 2 })).toBeNull()
  expect(stepped(order, 'b', { direction: 'up', position: 2 })).toBeNull()
  expect(stepped(order, 'd', { direction: 'up', position: 7 })).toBeNull()
})
