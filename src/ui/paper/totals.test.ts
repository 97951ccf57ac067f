import { expect, test } from 'vitest'
import { plainSentence } from '#ui/formats/totals.ts'
import { countedSentence } from './totals.ts'

const noun = {
  one: 'dellöfte',
  theOne: 'dellöftet',
  many: 'dellöften',
  theMany: 'dellöftena',
  gender: 'neuter' as const
}
const said = (besides: { waiting?: number; unanswered?: number }) => {
  const computed = { carriedOut: 22, begun: 2, unanswered: 0, of: 90, ...besides }
  const sentence = countedSentence({ computed, described: 0, round: null, stated: [] }, noun)
  return sentence && plainSentence(sentence)
}

test('what has not been answered yet is told apart from what lacks an answer', () => {
  expect(said({})).toBe('22 av 90 dellöften är genomförda i olika utsträckning.')
  expect(said({ waiting: 66, unanswered: 1 })).toBe(
    '22 av 90 dellöften är genomförda i olika utsträckning. Ett saknar svar. 66 har inte fått svar än.'
  )
})
