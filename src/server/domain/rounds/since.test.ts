import { expect, test } from 'vitest'
import { sinceLast } from './since.ts'

test.each([
  [null, null, null],
  ['partly', null, null],
  [null, 'partly', 'first'],
  ['partly', 'partly', 'same'],
  ['begun', 'mostly', 'further'],
  ['fully', 'partly', 'back'],
  ['not_begun', 'not_carried_out', 'same'],
  ['unstated', 'fully', 'unclear'],
  ['partly', 'unstated', 'unclear']
] as const)('from %s to %s is %s', (before, degree, change) => expect(sinceLast(before, degree)).toBe(change))
