import type { Migration } from '../migrate.ts'
import type { Partition, Sequence, Table } from './contents.ts'

/**
 * One gzip file of lines: a header, then per table its rows as COPY writes them, a line `\.` and a line with how many
 * they were, and at last an end with how many tables. COPY never writes the line `\.` itself.
 */
export type Header = {
  format: 'kvarter dump'
  version: 1
  created: string
  migrations: Pick<Migration, 'name' | 'checksum'>[]
  tables: Table[]
  sequences: Sequence[]
  partitions: Partition[]
}

export type SectionEnd = { table: string; rows: number }
export type End = { end: true; tables: number }

export const endOfRows = '\\.'

export class DumpError extends Error {}

export const foreign = 'This is not a dump of Kvarter.'
export const cutOff = 'The dump is cut off or damaged; nothing of it was loaded.'

export function parseHeader(line: string): Header {
  const header = parseLine<Header>(line, foreign)
  if (header.format !== 'kvarter dump' || !Array.isArray(header.tables)) throw new DumpError(foreign)
  if (header.version !== 1)
    throw new DumpError(`The dump is of a newer kind (${header.version}) than this Kvarter knows.`)
  return header
}

export const parseSectionEnd = (line: string): SectionEnd => parseLine<SectionEnd>(line, cutOff)
export const parseEnd = (line: string): End => parseLine<End>(line, cutOff)

function parseLine<Kind>(line: string, otherwise: string): Kind {
  try {
    const parsed: unknown = JSON.parse(line)
    if (typeof parsed === 'object' && parsed !== null) return parsed as Kind
  } catch {
    // Told below, in words.
  }
  throw new DumpError(otherwise)
}
