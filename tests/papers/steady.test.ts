import { createHash } from 'node:crypto'
import { setTimeout as wait } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { reportOf } from '../../bench/paper-rows.ts'
import { archiveOf } from '#ui/paper/archive.ts'
import type { Output } from '#ui/paper/outputs.ts'
import { print } from '#ui/paper/printing/printing.ts'

const report = reportOf(12)
const facts = JSON.stringify(report)
const edition = { number: 1, sha256: 'a'.repeat(64) }
const from = { origin: 'https://kvarter.example', photo: () => Promise.resolve(null) }
const sumOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

const outputs = ['html', 'pdf', 'docx'] as const
async function printed(): Promise<Record<Output, Uint8Array>> {
  const made: [Output, Uint8Array][] = []
  for (const output of outputs) made.push([output, (await print(output, { facts, edition, from })).bytes])
  return Object.fromEntries(made) as Record<Output, Uint8Array>
}
const archived = (files: Record<Output, Uint8Array>) =>
  archiveOf({
    ...{ report, slug: 'sa-gick-det', number: 1, facts: '{}', decisions: [], files, madeLater: true },
    origin: from.origin
  })

test('the same edition printed at another time is the same bytes, in each form and as an archive', async () => {
  const first = await printed()
  // The clocks in a PDF and in a zip tell whole seconds.
  await wait(2000)
  const second = await printed()
  for (const output of outputs)
    expect([output, sumOf(second[output])]).toEqual([output, sumOf(first[output])])
  expect(sumOf(archived(second))).toBe(sumOf(archived(first)))
}, 180_000)
