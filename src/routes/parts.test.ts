import type { RequestEvent } from '@sveltejs/kit'
import { expect, test } from 'vitest'
import { openPart, partOf } from './parts.ts'

const at = (query: string) => ({ url: new URL(`https://kvarter.example/samverkan/x${query}`) })
const from = (part: string) => partOf(at(`?${new URLSearchParams({ redigera: part })}`))

test.each(['om', 'mal-0190a0b0', 'ny_part'])('a form comes from the part %s', (part) => {
  expect(from(part)).toBe(part)
})

test.each(['', '☃', 'om\nset-cookie: a=b', 'om#annat', 'två ord'])('%j is no part of a page', (part) => {
  expect(from(part)).toBe('')
})

test('where the address does not say, it is the part that the action is of', () => {
  expect(partOf(at('?/change'), 'om')).toBe('om')
  expect(partOf(at('?/change&redigera=annat'), 'om')).toBe('annat')
  expect(partOf(at('?/change'), ({ objective }) => `mal-${String(objective)}`, { objective: '7' })).toBe(
    'mal-7'
  )
})

test('a form that was refused stands open, whatever the address says', () => {
  const open = (refused: string | undefined, query: string) =>
    openPart({ ...at(query), locals: { refused } } as Pick<RequestEvent, 'url' | 'locals'>)
  expect(open(undefined, '')).toBeNull()
  expect(open(undefined, '?redigera=om')).toBe('om')
  expect(open('lage', '?/lifecycle')).toBe('lage')
})
