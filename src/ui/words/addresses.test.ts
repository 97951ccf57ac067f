import { expect, test } from 'vitest'
import { inOtherLanguage, routeOf } from './addresses.ts'

test.each([
  ['/', 'en', '/en'],
  ['/en', 'sv', '/'],
  ['/omraden/backa', 'en', '/en/areas/backa'],
  ['/en/areas/backa', 'sv', '/omraden/backa'],
  ['/samverkan/loftet/insatser/4', 'en', '/en/collaborations/loftet/commitments/4']
] as const)('%s is in the other language, %s, %s', (path, to, other) => {
  expect(inOtherLanguage(path, to)).toBe(other)
})

test('a page that is not there leads to no other host in any language', () => {
  expect(inOtherLanguage('/en//annan.example/x', 'sv')).toBe('/annan.example/x')
  expect(inOtherLanguage('/en///annan.example', 'sv')).toBe('/annan.example')
})

test.each([
  ['/las-rapport/x', '/read-report/x'],
  ['/las%2Drapport/x', '/read-report/x'],
  ['/sv%61ra/x%2Fy', '/answer/x%2Fy'],
  ['/en/read%2Dreport/x', '/read-report/x'],
  ['/read-report/x', null],
  ['/read%2Dreport/x', null],
  ['/%61nswer/x', null],
  ['/%zz/x', '/%zz/x']
])('%s leads to %s: an escaped word is the same word', (path, route) => {
  expect(routeOf(path)).toBe(route)
})
