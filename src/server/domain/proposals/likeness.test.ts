import { describe, expect, test } from 'vitest'
import { likest } from './likeness.ts'

const among = [
  'Läxhjälp på biblioteket',
  'Vi går nattvandring i området',
  'Vi städar gården i området',
  'Fotboll varje lördag i området'
].map((title) => ({ title, wording: title.startsWith('Fotboll') ? 'Med läxhjälpens ledare.' : null }))
const titles = (words: string) => likest(words, among).map(({ title }) => title)

describe('the likest', () => {
  test('share telling words, in any form, in their titles first', () =>
    expect(titles('Läxhjälpen flyttar')).toEqual([
      'Läxhjälp på biblioteket',
      'Fotboll varje lördag i området'
    ]))
  test('are not those that share what most of them say', () => expect(titles('Området')).toEqual([]))
  test.each(['', 'och', '🙂', '<b>'])('of “%s” are none', (words) => expect(titles(words)).toEqual([]))
})
