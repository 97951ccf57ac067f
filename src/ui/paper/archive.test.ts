import { createHash } from 'node:crypto'
import { strFromU8, unzipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { archiveOf, type Archived } from './archive.ts'
import type { Report } from './report.ts'

const report: Report = {
  title: 'Så gick det',
  language: 'sv',
  frozen: { day: '2026-03-14' },
  publisher: { slug: 'f', name: 'Förvaltningen' },
  collaboration: {
    ...{ slug: 'loftet', name: 'Löftet', words: {} as Report['collaboration']['words'] },
    period: { from: null, to: null, precision: 'day' },
    ...{ area: { slug: 'a', name: 'A' }, contact: { function: null, mail: null, phone: null } },
    ...{ invented: false, source: null }
  },
  blocks: []
}
const archived: Archived = {
  ...{ report, slug: 'sa-gick-det', number: 2, facts: '{"title":"Så gick det"}', madeLater: false },
  decisions: [{ body: 'Nämnden', section: '4' }],
  files: { html: Buffer.from('h'), pdf: Buffer.from('p'), docx: Buffer.from('w') },
  origin: 'https://kvarter.example'
}
const sumOf = (bytes: Uint8Array | string) => createHash('sha256').update(bytes).digest('hex')

describe('an archive package', () => {
  test('holds the files, the facts, the decisions, a readme, and the checksum of each', () => {
    const { SHA256SUMS: sums, ...parts } = unzipSync(archiveOf(archived))
    expect(Object.keys(parts)).toEqual([
      ...['sa-gick-det-2.html', 'sa-gick-det-2.pdf', 'sa-gick-det-2.docx'],
      ...['facts.json', 'decisions.json', 'README.txt']
    ])
    const told = Object.entries(parts).map(([name, bytes]) => `${sumOf(bytes)}  ${name}\n`)
    expect(strFromU8(sums ?? new Uint8Array())).toBe(told.join(''))
    expect(sumOf(parts['facts.json'] ?? '')).toBe(sumOf(archived.facts))
    const readme = strFromU8(parts['README.txt'] ?? new Uint8Array())
    expect(readme).toContain('Så gick det, utgåva 2')
    expect(readme).toContain('https://kvarter.example/rapporter/sa-gick-det/utgava/2')
  })

  test('is the same bytes each time, wherever the clock stands', () => {
    const zone = process.env['TZ']
    const sums = ['Europe/Stockholm', 'Pacific/Auckland', 'UTC'].map((place) => {
      process.env['TZ'] = place
      return sumOf(archiveOf(archived))
    })
    if (zone === undefined) delete process.env['TZ']
    else process.env['TZ'] = zone
    expect(new Set(sums).size).toBe(1)
  })

  test('speaks the report’s language', () => {
    const parts = unzipSync(
      archiveOf({ ...archived, report: { ...report, language: 'en' }, madeLater: true })
    )
    const readme = strFromU8(parts['README.txt'] ?? new Uint8Array())
    expect(readme).toContain('edition 2')
    expect(readme).toContain('made afterwards')
    expect(readme).toContain('/en/reports/sa-gick-det/edition/2')
  })
})
