import { createHash } from 'node:crypto'
import { strToU8, zipSync, type Zippable } from 'fflate'
import { formatDay } from '#ui/formats/days.ts'
import { address } from '#ui/words/addresses.ts'
import { baseLocale, getLocale, inLocale, isLocale } from '#ui/words/locale.ts'
import { m } from '#ui/words/messages.ts'
import type { Output } from './outputs.ts'
import type { Report } from './report.ts'

export type Archived = {
  report: Report
  slug: string
  number: number
  /** Its facts, in the very bytes that the edition's checksum is of. */
  facts: string
  decisions: readonly Record<string, unknown>[]
  files: Record<Output, Uint8Array>
  /** The files were made of the frozen facts afterwards. */
  madeLater: boolean
  origin: string
}

/** An edition as one file to keep: its three forms, facts, decisions and checksums. The same edition gives the same bytes. */
export function archiveOf(archived: Archived): Uint8Array {
  const { report, slug, number, facts, decisions, files } = archived
  const name = `${slug}-${number}`
  const language = isLocale(report.language) ? report.language : baseLocale
  const parts: Record<string, Uint8Array> = {
    [`${name}.html`]: files.html,
    [`${name}.pdf`]: files.pdf,
    [`${name}.docx`]: files.docx,
    'facts.json': strToU8(facts),
    'decisions.json': strToU8(`${JSON.stringify(decisions, null, 2)}\n`),
    'README.txt': strToU8(inLocale(language, () => readmeOf(archived, name)))
  }
  const sums = Object.entries(parts).map(([file, bytes]) => `${sumOf(bytes)}  ${file}\n`)
  return zipped({ ...parts, SHA256SUMS: strToU8(sums.join('')) }, report.frozen.day)
}

const sumOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

/** Every file is of the day its facts were frozen; a zip tells time by the clock on the wall, so the zone does not matter. */
function zipped(parts: Record<string, Uint8Array>, day: string): Uint8Array {
  const [year = 1980, month = 1, date = 1] = day.split('-').map(Number)
  const mtime = new Date(Math.max(year, 1980), month - 1, date, 12)
  const entries: Zippable = Object.fromEntries(
    Object.entries(parts).map(([name, bytes]) => [
      name,
      [bytes, { mtime, os: 3, attrs: 0o644 << 16, level: isPacked(name) ? 0 : 6 }]
    ])
  )
  return zipSync(entries)
}

/** Written compressed already: to do it again takes seconds of a long report, and saves nothing. */
const isPacked = (name: string): boolean => /\.(?:pdf|docx)$/.test(name)

function readmeOf({ report, slug, number, madeLater, origin }: Archived, name: string): string {
  const title = m.deciding_readme_title({ title: report.title, number })
  const day = formatDay(report.frozen.day, getLocale())
  const held: [file: string, says: string][] = [
    [`${name}.html`, m.deciding_readme_html()],
    [`${name}.pdf`, m.deciding_readme_pdf()],
    [`${name}.docx`, m.deciding_readme_docx()],
    ['facts.json', m.deciding_readme_facts()],
    ['decisions.json', m.deciding_readme_decisions()],
    ['SHA256SUMS', m.deciding_readme_sums()]
  ]
  const widest = Math.max(...held.map(([file]) => file.length))
  return [
    title,
    '='.repeat(title.length),
    '',
    m.deciding_readme_about({ publisher: report.publisher.name, day }),
    ...(madeLater ? [m.deciding_readme_later()] : []),
    '',
    `${m.deciding_readme_files()}:`,
    ...held.map(([file, says]) => `  ${file.padEnd(widest)}  ${says}`),
    '',
    `${m.deciding_readme_address()}: ${origin}${address(getLocale(), 'publications', slug, 'editions', number)}`,
    ''
  ].join('\n')
}
