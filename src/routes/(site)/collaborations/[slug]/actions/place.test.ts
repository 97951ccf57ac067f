import { expect, test } from 'vitest'
import { partOf } from './place.ts'

const from = (part: string) =>
  partOf({ url: new URL(`https://kvarter.example/samverkan/x?${new URLSearchParams({ redigera: part })}`) })

test.each(['om', 'mal-0190a0b0', 'ny_part'])('a form comes from the part %s', (part) => {
  expect(from(part)).toBe(part)
})

test.each(['', '☃', 'om\nset-cookie: a=b', 'om#annat', 'två ord'])('%j is no part of a page', (part) => {
  expect(from(part)).toBe('')
})
