import { expect, test } from 'vitest'
import { toldNow } from './telling.ts'

const path = '/rapporter/r'
const editions = [{ number: 1 }]
function told(cookie: string | undefined, readers: { readsAll: boolean; editions: { number: number }[] }) {
  const cookies = { get: () => cookie, delete: () => undefined }
  return toldNow({ cookies, url: new URL('https://kvarter.example') } as never, path, readers)
}

test('what was just done is told to those who read all, of an edition that is there', () => {
  expect(told('published.1', { readsAll: true, editions })).toEqual({ what: 'published', number: 1 })
  expect(told('published.2', { readsAll: true, editions })).toBeNull()
  expect(told('published.1', { readsAll: false, editions })).toBeNull()
  expect(told('stolen.1', { readsAll: true, editions })).toBeNull()
  expect(told(undefined, { readsAll: true, editions })).toBeNull()
})
