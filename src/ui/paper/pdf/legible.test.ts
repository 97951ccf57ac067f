import { describe, expect, test } from 'vitest'
import { coverageOf } from './coverage.ts'
import { legibleIn } from './legible.ts'
import { readTypefaces } from './typefaces.ts'

const faces = readTypefaces().map(([upright]) => coverageOf(upright as Buffer))

describe('what is made legible', () => {
  test.each([
    'Åäö ÅÄÖ – “så”…',
    'مرحبا بكم',
    'שלום',
    'Жук Ελλ',
    '∑ x² ≤ 4 ⟹ 𝔸',
    '😀 👩‍👩‍👧 🇸🇪 ❤️ 1️⃣',
    '☐ ✓ → ⚠',
    '4\u202f300\u00a0kr'
  ])('%s is left as it was', (text) => {
    const legible = legibleIn(faces)
    expect(legible(text)).toBe(text)
    expect([...legible.replaced]).toEqual([])
  })
  test('what no face has is replaced, and told once', () => {
    const legible = legibleIn(faces)
    expect(legible('漢字 och 漢')).toBe('□□ och □')
    expect([...legible.replaced]).toEqual(['漢', '字'])
  })
  test.each([
    ['private use', 'a\ue000b', 'a□b'],
    ['half of a pair', 'a\ud800b', 'a�b'],
    ['no character', 'a\uffffb', 'a□b'],
    ['a space that no face has', 'a\u1680b', 'a b']
  ])('%s is no hole', (_, text, shown) => expect(legibleIn(faces)(text)).toBe(shown))
  test('what steers and prints nothing is taken away', () => {
    expect(legibleIn(faces)('\u0000a\u202eb\u2060c\u00add\u200de\ufeff')).toBe('abcde')
  })
  test('what joins letters stays where letters join', () => {
    expect(legibleIn(faces)('می\u200cخواهیم')).toBe('می\u200cخواهیم')
  })
  test('signs in two parts become one', () => {
    expect(legibleIn(faces)('a\u030a')).toBe('å')
  })
})
