import { expect, test } from 'vitest'
import { proposedTimes } from './proposing.ts'

test.each([
  [
    'the first round: from where the collaboration begins',
    { from_day: '2026-02-01', to_day: '2027-01-31' },
    [],
    { from_day: '2026-02-01', to_day: '2026-11-22', due_on: '2026-12-13' }
  ],
  [
    'the next: the day after the last',
    { from_day: '2026-02-01', to_day: null },
    ['2026-03-31', '2026-06-30'],
    { from_day: '2026-07-01', to_day: '2026-11-22', due_on: '2026-12-13' }
  ],
  [
    'after the end: until the end',
    { from_day: '2025-01-01', to_day: '2025-12-31' },
    [],
    { from_day: '2025-01-01', to_day: '2025-12-31', due_on: '2026-12-13' }
  ],
  [
    'nothing known: this year',
    { from_day: null, to_day: null },
    ['2027-01-31'],
    { from_day: '2026-01-01', to_day: '2026-11-22', due_on: '2026-12-13' }
  ],
  [
    'not begun: never backwards',
    { from_day: '2027-01-01', to_day: '2028-12-31' },
    [],
    { from_day: '2026-11-22', to_day: '2026-11-22', due_on: '2026-12-13' }
  ]
])('%s', (_, collaboration, ends, proposed) =>
  expect(
    proposedTimes(
      '2026-11-22',
      collaboration,
      ends.map((to_day) => ({ to_day }))
    )
  ).toEqual(proposed)
)
