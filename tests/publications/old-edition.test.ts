import { expect, test } from 'vitest'
import { paperOf } from '#ui/paper/made.ts'
import type { Report } from '#ui/paper/report.ts'

const noun = {
  one: 'dellöfte',
  theOne: 'dellöftet',
  many: 'dellöften',
  theMany: 'dellöftena',
  gender: 'neuter'
} as const
const block = (id: string) => ({ id, heading: null, part: null, focusArea: null })
const nobody = { function: null, mail: null, phone: null }

/** As it was frozen before documents had files, deeds could be told briefly, and parties were told to come and go. */
const frozen: Report = {
  title: 'Så gick det',
  language: 'sv',
  frozen: { day: '2026-03-14' },
  publisher: { slug: 'forvaltningen', name: 'Förvaltningen' },
  collaboration: {
    slug: 'loftet',
    name: 'Löftet',
    words: { name: { sv: noun }, commitment: { sv: noun }, objective: { sv: noun } },
    period: { from: '2024-01-01', to: '2025-12-31', precision: 'day' },
    area: { slug: 'omradet', name: 'Området' },
    contact: nobody,
    invented: false,
    source: null
  },
  blocks: [
    {
      ...block('d'),
      kind: 'deeds',
      facts: {
        groups: [
          {
            title: 'Skola',
            deeds: [
              {
                ...{
                  number: 1,
                  title: 'Frukost',
                  seed: 's',
                  degree: 'fully',
                  ordinary: false,
                  text: 'Varje dag.'
                },
                ...{ contributed: null, lead: 'Ett bolag', parties: [], places: [], figures: [] }
              }
            ]
          }
        ],
        more: 0
      }
    },
    { ...block('b'), kind: 'beyond', facts: { deeds: [] } },
    {
      ...block('p'),
      kind: 'parties',
      facts: {
        roles: [{ role: 'maker', parties: [{ slug: 'bolag', name: 'Ett bolag', from: null, to: null }] }],
        named: 1,
        stated: []
      }
    },
    {
      ...block('f'),
      kind: 'documents',
      facts: {
        documents: [
          {
            ...{ title: 'Årsrapport', kind: null, year: 2014, day: null, caseNumber: null },
            ...{ url: 'https://kvarter.example/arsrapport', note: null }
          }
        ]
      }
    }
  ]
}

test('an edition of before is read as it was', () => {
  const { sections } = paperOf(frozen, { number: 1, sha256: 'x' } as never)
  const said = sections.map(({ nodes }) => JSON.stringify(nodes))
  expect(said).toHaveLength(3)
  expect(said[0]).toContain('Varje dag.')
  expect(said[1]).toContain('Ett bolag')
  expect(said[2]).toContain('https://kvarter.example/arsrapport')
})
