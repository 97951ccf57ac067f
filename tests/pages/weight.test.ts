import { afterAll, expect, test } from 'vitest'
import { journeysIn } from '../journeys/opening.ts'
import { phone } from '../journeys/ways.ts'
import { publicPages, show } from './kinds.ts'

/** Without photos; with face, style and script (docs/decisions/0005-no-client-rendering.md). */
const most = 60_000

const open = journeysIn(phone)
const rows: (string | number)[][] = [['kB', 'document', 'style', 'face', 'script', 'other', 'all']]

test.each(Object.entries(publicPages))('%s weighs at most 60 kB', async (kind, path) => {
  const reader = await open.journey()
  const weights = await reader.weigh(path)
  const all = Object.values(weights).reduce((sum, bytes) => sum + bytes, 0)
  const { document = 0, stylesheet = 0, font = 0, script = 0 } = weights
  const parts = [document, stylesheet, font, script, all - document - stylesheet - font - script, all]
  rows.push([kind, ...parts.map((bytes) => (bytes / 1000).toFixed(1))])
  await reader.end()
  expect(all).toBeLessThanOrEqual(most)
  expect(document, 'there is a page').toBeGreaterThan(500)
})

afterAll(() => show('Weight over the wire, kB', rows))
