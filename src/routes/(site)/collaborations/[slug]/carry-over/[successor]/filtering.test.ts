import { expect, test } from 'vitest'
import type { Chosen } from '#server/domain/carrying-over/listing.ts'
import { countsOf, filterIn, nextAfter, queryOf, shownOf, type Filter } from './filtering.ts'

const chosen = { choice: 'continue' } as Chosen
const last = { round: 'Hösten', done: null, learnt: null, reason: null }
const owner = (slug: string) => ({ id: slug, name: slug, slug })
const item = (number: number, given: object = {}) => ({
  ...{ number, top: 'skola', chosen: null, stale: false, carried_out: true, last, stage: 'ongoing' },
  ...{ degree: 'fully' as const, owner: owner('skolan') },
  ...given
})
const items = [
  item(1, { chosen }),
  item(2, { last: null, carried_out: false, degree: null }),
  item(3, { stage: 'discontinued', degree: 'not_carried_out', carried_out: false, top: null }),
  item(4, { chosen, stale: true, owner: owner('polisen') })
]
const all: Filter = { show: 'all', objective: null, party: null }
const numbers = (filter: Partial<Filter>, kept: number | null = null) =>
  shownOf(items, { ...all, ...filter }, kept).map(({ number }) => number)

test('each state shows its own, and what changed after it was chosen is to be chosen again', () => {
  expect(countsOf(items)).toEqual({
    ...{ all: 4, undecided: 3, carried_out: 2, unanswered: 1, discontinued: 1, decided: 1 }
  })
  expect(numbers({ show: 'undecided' })).toEqual([2, 3, 4])
  expect(numbers({ show: 'unanswered' })).toEqual([2])
  expect(numbers({ show: 'discontinued' })).toEqual([3])
})

test('of a part of the plan, of a party, and what was chosen just now where it stood', () => {
  expect(numbers({ objective: 'skola', party: 'skolan' })).toEqual([1, 2])
  expect(numbers({ show: 'undecided' }, 1)).toEqual([1, 2, 3, 4])
})

test('one goes on to the next that waits, and round to the first', () => {
  expect(nextAfter(items, 1)).toBe(2)
  expect(nextAfter(items, 4)).toBe(2)
  expect(nextAfter(items.slice(0, 1), 1)).toBeNull()
})

test('an address says what is shown, and is read again', () => {
  const filter: Filter = { show: 'unanswered', objective: 'skola', party: 'skolan' }
  expect(queryOf(filter, { valt: 12 })).toBe('visa=utan-svar&mal=skola&part=skolan&valt=12')
  expect(filterIn(new URLSearchParams(queryOf(filter)))).toEqual(filter)
  expect(filterIn(new URLSearchParams('visa=annat'))).toEqual(all)
})
