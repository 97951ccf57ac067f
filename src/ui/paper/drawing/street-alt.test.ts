import { expect, test } from 'vitest'
import type { House, Street } from '#ui/charts/house.ts'
import { inLocale } from '#ui/words/locale.ts'
import { streetAlt } from './street-alt.ts'

const house = (facts: Partial<House>): House => ({
  ...{ href: '', title: '', seed: '', degree: null, state: 'reported', ordinary: false },
  ...facts
})
const street: Street = {
  ...{ title: 'Skola', lit: 3, of: 4 },
  houses: [
    house({ state: 'no_answer' }),
    house({ degree: 'fully', ordinary: true }),
    house({ degree: 'fully' }),
    house({ degree: 'partly' })
  ]
}

test('a street is told as it is seen: how many houses, and how they look', () => {
  expect(inLocale('sv', () => streetAlt(street, 'neuter'))).toBe(
    'Skola: 4 hus. Helt 2, delvis 1, inget svar 1, i ordinarie verksamhet 1.'
  )
  expect(inLocale('en', () => streetAlt(street, 'neuter'))).toMatch(/^Skola, 4 in all: .* 2, .* 1\.$/)
})
