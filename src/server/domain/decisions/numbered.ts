import { sql, type RawBuilder } from 'kysely'

/** What stands between the parts of a number, and the noughts before it, is no part of it: "KS2027-00123" is `ks 2027 123`. */
export const partsOf = (written: string): string =>
  written
    .toLowerCase()
    .replace(/(\p{L})(?=\d)|(\d)(?=\p{L})/gu, '$1$2 ')
    .replace(/[^\p{L}\d]+/gu, ' ')
    .replace(/(^| )0+(?=\d)/g, '$1')
    .trim()

/** The same of a column. */
const parts = (column: 'd.case_number' | 'd.section') => {
  const split = sql`regexp_replace(lower(${sql.ref(column)}), '([[:alpha:]])(?=[0-9])|([0-9])(?=[[:alpha:]])', '\\1\\2 ', 'g')`
  const spaced = sql`regexp_replace(${split}, '[^[:alnum:]]+', ' ', 'g')`
  return sql`trim(regexp_replace(${spaced}, '(^| )0+(?=[0-9])', '\\1', 'g'))`
}

const escaped = (text: string): string => text.replace(/[\\%_]/g, '\\$&')
const holds = (column: 'd.case_number' | 'd.section', asked: string) =>
  sql`' ' || ${parts(column)} || ' ' like ${`% ${asked} %`}`
/** "12 a" is found by "12" too. */
const isSection = (asked: string) => sql`${parts('d.section')} || ' ' like ${`${asked} %`}`
const inYear = (year: string) => sql`extract(year from d.decided_on) = ${Number(year)}`

/** "paragraf 12", "12 §" and "§12" say that it is a section; "dnr" says nothing. */
const sign = /(?:§+|\bparagraf(?:en)?\b|\bpar\.)\s*(\d+)(\s?\p{L}\b(?!\p{L}))?|\b(\d+)(\s?\p{L})?\s*§/iu
const saysNothing = /(?<!\p{L})(?:dnr|diarienr|diarienummer|case number)(?!\p{L})[.:]*/giu

/**
 * A decision by its section, its case number or both, as people type them: "§ 12", "12 §", "KS 2027-00123", "ks2027/123",
 * "dnr 12/2027", "§ 12/2027", "Kommunstyrelsen § 12". Some part of a case number is enough.
 */
export function numbered(written: string): RawBuilder<boolean> {
  const asked = written.replace(saysNothing, ' ')
  const section = sign.exec(asked)
  if (!section) return sql<boolean>`(${sql.join(byNumber(asked), sql` or `)})`
  const number = partsOf(`${section[1] ?? section[3]} ${section[2] ?? section[4] ?? ''}`)
  const rest = partsOf(asked.replace(section[0], ' '))
  const ways = [isSection(number)]
  if (/^\d{4}$/.test(rest)) ways.push(sql`(${inYear(rest)} or ${holds('d.section', rest)})`)
  else if (rest)
    ways.push(sql`(${holds('d.case_number', rest)} or lower(d.body) like ${`%${escaped(rest)}%`})`)
  return sql<boolean>`(${sql.join(ways, sql` and `)})`
}

function byNumber(asked: string): RawBuilder<unknown>[] {
  const tokens = partsOf(asked)
  if (!tokens) return [asked.trim() ? sql`false` : sql`true`]
  const ways = [holds('d.case_number', tokens), isSection(tokens)]
  const bare = tokens.replaceAll(' ', '')
  if (bare.length > 2)
    ways.push(sql`replace(${parts('d.case_number')}, ' ', '') like ${`%${escaped(bare)}%`}`)
  const [one = '', other = '', ...more] = tokens.split(' ')
  if (/^\d+$/.test(one) && /^\d+$/.test(other) && more.length === 0) {
    ways.push(holds('d.case_number', `${other} ${one}`))
    const [number, year] = /^\d{4}$/.test(one) && !/^\d{4}$/.test(other) ? [other, one] : [one, other]
    if (/^\d{4}$/.test(year)) ways.push(sql`(${isSection(number)} and ${inYear(year)})`)
  }
  return ways
}
