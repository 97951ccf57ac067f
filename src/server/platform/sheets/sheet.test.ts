import { CFB, read, utils } from '@e965/xlsx'
import { expect, test } from 'vitest'
import { workbookOf } from './sheet.ts'

const columns = [
  { heading: 'Part', width: 20 },
  { heading: 'Svar', width: 60 }
]

test('a text that looks like a formula is a text', () => {
  const nasty = ['=1+1', '+46 70', '-2', '@SUM(A1)', '=HYPERLINK("https://x.example")', '\t=1']
  const book = workbookOf({ name: 'Svar', columns, rows: nasty.map((text) => [text, 7]) })
  const sheet = read(book).Sheets['Svar']!
  expect(utils.sheet_to_json<string[]>(sheet, { header: 1 }).slice(1)).toEqual(nasty.map((text) => [text, 7]))
  const cells = Object.values(sheet).filter((cell) => typeof cell === 'object' && 't' in cell)
  expect(cells.filter((cell) => 'f' in cell)).toEqual([])
})

test('the headings stay, days are days and long texts fit', () => {
  const day = new Date('2026-11-22T00:00:00Z')
  const book = workbookOf({ name: 'Höst/vinter: 2026?', columns, rows: [[day, 'å'.repeat(50_000)]] })
  const parts = CFB.read(book, { type: 'buffer' })
  const xml = Buffer.from(CFB.find(parts, '/xl/worksheets/sheet1.xml')!.content as Uint8Array).toString()
  expect(xml).toContain('state="frozen"')
  const opened = read(book, { cellDates: true, UTC: true })
  expect(opened.SheetNames).toEqual(['Höst vinter  2026 '])
  const [, row] = utils.sheet_to_json<[Date, string]>(opened.Sheets[opened.SheetNames[0]!]!, {
    header: 1,
    UTC: true
  })
  expect(row?.[0].toISOString().slice(0, 10)).toBe('2026-11-22')
  expect(row?.[1]).toHaveLength(32_000)
})
