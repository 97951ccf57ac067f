import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { differenceOf, type Piece } from './difference.ts'

const side = (pieces: Piece[], without: Piece['in']) =>
  pieces.flatMap((piece) => (piece.in === without ? [] : piece.text)).join('')
const text = fc
  .array(fc.constantFrom('Ett', ' ', 'två', '\n\n', 'tre', '.', 'å', '🏠'), { maxLength: 30 })
  .map((all) => all.join(''))

describe('a difference', () => {
  test('holds both texts, whole', () =>
    fc.assert(
      fc.property(text, text, (before, after) => {
        const pieces = differenceOf(before, after)
        expect(side(pieces, 'after')).toBe(before)
        expect(side(pieces, 'before')).toBe(after)
      })
    ))

  test('is by words', () => {
    expect(differenceOf('Alla barn lärde sig simma.', 'Många barn lärde sig att simma.')).toEqual([
      { in: 'before', text: 'Alla' },
      { in: 'after', text: 'Många' },
      { in: 'both', text: ' barn lärde sig' },
      { in: 'after', text: ' att' },
      { in: 'both', text: ' simma.' }
    ])
  })

  test('between long texts that have nothing in common takes no time', () => {
    const long = (word: string) => `${word} `.repeat(10_000)
    const began = performance.now()
    differenceOf(long('a'), long('b'))
    expect(performance.now() - began).toBeLessThan(500)
  })
})
