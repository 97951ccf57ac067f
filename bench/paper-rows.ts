import type { Deed, FrozenHouse } from '#ui/paper/facts.ts'
import type { Report } from '#ui/paper/report.ts'

const degrees = ['fully', 'mostly', 'partly', 'fully', 'unstated', 'begun'] as const
const areas = ['Skola', 'Lokalområde', 'Fritid', 'Familj']
const sentence =
  'Mellanstadiet har bjudits på frukost tre dagar i veckan under hösten, tillsammans med två föreningar.'
const named = (name: string) => ({ slug: 'namn', name })
const words = {
  sv: {
    one: 'dellöfte',
    theOne: 'dellöftet',
    many: 'dellöften',
    theMany: 'dellöftena',
    gender: 'neuter' as const
  }
}

const houseOf = (number: number): FrozenHouse => ({
  number,
  title: `Frukost före skoldagen ${number}`,
  stage: 'ongoing',
  seed: `hus ${number}`,
  degree: degrees[number % degrees.length] ?? null,
  state: 'reported',
  ordinary: number % 7 === 0
})

const deedOf = (number: number): Deed => ({
  ...houseOf(number),
  text: sentence,
  contributed: number % 3 === 0 ? 'Fler barn orkar hela dagen.' : null,
  lead: `Förening ${number % 40}`,
  parties: ['Bostadsbolaget', 'Polisen'],
  places: ['Backa'],
  figures: [{ qualifier: 'over', value: number * 10, words: null, unit: 'frukostar', soFar: false }],
  photos: []
})

/** A report of so many commitments in four focus areas: all as houses, and each told. */
export function reportOf(count: number): Report {
  const numbers = Array.from({ length: count }, (_, at) => at + 1)
  const within = (area: number) => numbers.filter((number) => number % areas.length === area)
  const besides = { heading: null, part: null, focusArea: null }
  return {
    title: `Så gick det: ${count} dellöften`,
    language: 'sv',
    frozen: { day: '2026-01-15' },
    publisher: named('Socialförvaltningen'),
    collaboration: {
      ...named('Tillsammans för ett tryggare område'),
      words: { name: words, commitment: words, objective: words },
      period: { from: '2024-02-27', to: '2025-12-31', precision: 'day' },
      area: named('Området'),
      contact: { function: null, mail: null, phone: null },
      invented: false,
      source: null
    },
    blocks: [
      {
        ...{ ...besides, id: 'quarter', kind: 'quarter' },
        facts: {
          followedUp: true,
          streets: areas.map((title, area) => {
            const houses = within(area).map(houseOf)
            return { title, text: null, lit: houses.length, of: houses.length, houses }
          })
        }
      },
      {
        ...{ ...besides, id: 'deeds', kind: 'deeds' },
        facts: { groups: areas.map((title, area) => ({ title, deeds: within(area).map(deedOf) })), more: 0 }
      }
    ]
  }
}

/** The same as a plain table, for an engine without design, tags or rules. */
export const rowsOf = (count: number): string[][] =>
  Array.from({ length: count }, (_, at) => {
    const { title, text, lead } = deedOf(at + 1)
    return [title, text ?? '', lead ?? '', `över ${(at + 1) * 10} frukostar`]
  })
