import { CFB, utils, write } from '@e965/xlsx'

export type Cell = string | number | Date | null
export type Sheet = { name: string; columns: { heading: string; width: number }[]; rows: Cell[][] }

const unfrozen = '<sheetView workbookViewId="0"/>'
const frozen =
  '<sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView>'
/** What a cell holds; the program that opens it has no more. */
const longestCell = 32_000

/**
 * A workbook (.xlsx) of one sheet whose headings stay when the rest is scrolled. Texts are texts, whatever they begin
 * with: nothing in it is reckoned out.
 */
export function workbookOf({ name, columns, rows }: Sheet): Buffer {
  const headings = columns.map(({ heading }) => heading)
  const sheet = utils.aoa_to_sheet([headings, ...rows.map((row) => row.map(cellOf))], { UTC: true })
  sheet['!cols'] = columns.map(({ width }) => ({ wch: width }))
  sheet['!autofilter'] = { ref: sheet['!ref'] ?? 'A1' }
  const book = utils.book_new()
  utils.book_append_sheet(book, sheet, name.replace(/[\\/?*[\]:]/g, ' ').slice(0, 31))
  return freezeHeadings(write(book, { type: 'buffer', bookType: 'xlsx', compression: true }) as Buffer)
}

const cellOf = (cell: Cell) =>
  typeof cell === 'string' ? { t: 's', v: cell.slice(0, longestCell), z: '@' } : cell

/** The library writes no frozen rows, so they are written into what it wrote. */
function freezeHeadings(book: Buffer): Buffer {
  const parts = CFB.read(book, { type: 'buffer' })
  const entry = CFB.find(parts, '/xl/worksheets/sheet1.xml')
  if (!entry) throw new Error('the workbook has no sheet')
  const text = Buffer.from(entry.content as Uint8Array).toString('utf8')
  if (!text.includes(unfrozen)) throw new Error('the sheet is not written as it was')
  CFB.utils.cfb_add(parts, '/xl/worksheets/sheet1.xml', Buffer.from(text.replace(unfrozen, frozen)))
  return Buffer.from(CFB.write(parts, { type: 'buffer', fileType: 'zip', compression: true }) as Uint8Array)
}
