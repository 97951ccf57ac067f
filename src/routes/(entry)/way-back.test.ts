import { expect, test } from 'vitest'
import { wayBack } from './way-back.ts'

const from = (till: string) => {
  const url = new URL(`https://kvarter.example/logga-in?${new URLSearchParams({ till })}`)
  return wayBack({ url, locals: { locale: 'sv' } } as Parameters<typeof wayBack>[0])
}

test('leads back to where somebody was going', () => {
  expect(from('/installningar/personer?a=b#c')).toBe('/installningar/personer?a=b#c')
})

test.each([
  'https://annan.example',
  '//annan.example',
  '/\\annan.example',
  '/\t/annan.example',
  '/.//annan.example',
  '/a/..//annan.example',
  'javascript:alert(1)',
  ''
])('leads nobody away to %j', (till) => {
  expect(from(till)).toBe('/min-sida')
})
