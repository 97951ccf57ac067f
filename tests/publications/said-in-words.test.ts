import { expect, test } from 'vitest'
import type { Block, Report } from '#ui/paper/report.ts'
import { plain } from '#ui/paper/inlines.ts'
import { nodesOf } from '#ui/paper/blocks/nodes.ts'
import type { Node } from '#ui/paper/paper.ts'

const noun = {
  one: 'dellöfte',
  theOne: 'dellöftet',
  many: 'dellöften',
  theMany: 'dellöftena',
  gender: 'neuter'
} as const
const area = { ...noun, one: 'fokusområde', many: 'fokusområden' }
const report = {
  language: 'sv',
  collaboration: {
    slug: 'loftet',
    words: { name: { sv: noun }, commitment: { sv: noun }, objective: { sv: area } }
  }
} as unknown as Report

/** What stands there, a line for each paragraph, heading and row. */
function linesOf(nodes: Node[]): string[] {
  return nodes.flatMap((node): string[] => {
    if (node.type === 'paragraph' || node.type === 'heading') return [plain(node.children)]
    if (node.type === 'list') return node.items.flatMap(linesOf)
    if (node.type === 'table') return [node.head, ...node.rows].map((row) => row.map(plain).join(' | '))
    if (node.type === 'deeds') return node.deeds.map(({ title, by }) => `${plain(title)} (${plain(by)})`)
    return []
  })
}
const said = (block: object) =>
  linesOf(nodesOf(report, { id: 'b', heading: null, part: null, focusArea: null, ...block } as Block, 2))
const named = (name: string) => ({ slug: 'x', name })

test('how far each focus area has come', () => {
  const none = { notDone: 0, unanswered: 0, waiting: 0 }
  const rows = [
    { title: 'Skola', of: 3, carriedOut: 2, begun: 1, ...none },
    { title: null, of: 1, carriedOut: 1, begun: 0, ...none }
  ]
  const whole = { of: 4, carriedOut: 3, begun: 1, ...none }
  expect(said({ kind: 'completion', facts: { rows, whole, round: 'Hösten', followedUp: true } })).toEqual([
    'Fokusområde | Genomförda | Påbörjade',
    'Skola | 2 av 3 | 1',
    'Övrigt | 1 av 1 | 0',
    'Alla tillsammans | 3 av 4 | 1',
    'Genomförda: helt, till största delen, delvis eller oklart hur långt. De senaste svaren till och med uppföljningen Hösten.'
  ])
})

test('what goes on, with who began it, what else it serves and where it comes from', () => {
  const item = {
    ...{ number: 1, title: 'Mötesplats Backa', stage: 'in_ordinary_operations', lead: 'Förvaltningen' },
    ...{
      parties: ['Biblioteket'],
      initiators: ['Backa i Fokus'],
      labels: ['JG'],
      also: ['Skola'],
      carriedBy: null
    },
    period: { from: null, to: null, precision: 'day' },
    ties: [
      {
        kind: 'continues',
        direction: 'from',
        number: 3,
        title: 'Mötesplats Röd',
        collaboration: named('Backa i Fokus')
      }
    ]
  }
  const facts = { stages: 'all', groups: [{ title: 'Stadsmiljö', items: [item] }], within: [] }
  expect(said({ kind: 'ongoing', facts })).toEqual([
    'Mötesplats Backa, även Skola (Backa i Fokus, JG) nu i ordinarie verksamhet · Förvaltningen och Biblioteket · fortsätter på Mötesplats Röd i Backa i Fokus'
  ])
})

test('what has changed, then and now beside each other', () => {
  const totals = { begun: 0, unanswered: 0 }
  const facts = {
    since: { kind: 'report', slug: 'forra', title: 'Förra', number: 2, day: '2026-03-14' },
    totals: { before: { carriedOut: 1, of: 2, ...totals }, now: { carriedOut: 2, of: 3, ...totals } },
    degrees: [{ number: 1, title: 'Torgdag', before: null, now: 'mostly', ordinary: true }],
    promised: [{ number: 2, title: 'Läxhjälp', lead: 'Skolan' }],
    deeds: [],
    joined: [named('Ny förening')],
    left: [],
    sums: [
      {
        unit: 'frukostar',
        soFar: false,
        before: { qualifier: 'exactly', value: 100 },
        now: { qualifier: 'over', value: 120 }
      },
      { unit: 'träffar', soFar: false, before: null, now: { qualifier: 'about', value: 4 } }
    ]
  }
  expect(said({ kind: 'changes', facts })).toEqual([
    'Jämfört med Förra (Utgåva 2, 14 mars 2026).',
    'Vad | Då | Nu',
    'Dellöften genomförda i någon utsträckning | 1 av 2 | 2 av 3',
    'Frukostar | 100 | över 120',
    'Träffar | – | ungefär 4',
    'Det här har kommit längre eller ändrats',
    'Dellöfte | Då | Nu',
    'Torgdag | Inget svar | Genomfört till största delen, nu i ordinarie verksamhet',
    'Nya dellöften',
    'Läxhjälp Skolan',
    'Har kommit med',
    'Ny förening'
  ])
})

test('what became of the promises', () => {
  const side = { number: 1, title: 'Frukost', degree: 'fully', lead: null, collaboration: named('Löftet') }
  const items = [
    {
      ...side,
      fate: 'continue',
      reason: null,
      later: { number: 4, title: 'Frukost', collaboration: named('Nästa') }
    },
    { ...side, fate: 'end', reason: 'Skolan gör det nu.', degree: null, later: null }
  ]
  const sum = { continue: 7, change: 0, make_concrete: 1, end: 1 }
  expect(
    said({ kind: 'carried_over', facts: { direction: 'onward', groups: [{ title: 'Skola', items }], sum } })
  ).toEqual([
    'Sju fortsätter, ett har gjorts mer konkret och ett avslutas.',
    'Dellöfte | Så gick det | Det här blev det',
    'Frukost | Genomfört helt | Fortsätter',
    'Frukost | Inget svar | Avslutas. Skolan gör det nu.'
  ])
})

test('decisions in their order, each part where it is known', () => {
  const nothing = {
    adjusted: null,
    posted: null,
    sentTo: null,
    edition: null,
    caseNumber: null,
    wording: null
  }
  const decisions = [
    {
      ...{ kind: 'decision', body: 'Fritids- och folkhälsonämnden', day: '2018-01-19', section: '4' },
      ...{ caseNumber: 'FOFN 2018-00020', wording: 'Nämnden godkänner rapporten.', adjusted: '2018-01-23' },
      ...{ posted: '2018-01-24', sentTo: 'Kommunstyrelsen', edition: { number: 1, title: 'x' } }
    },
    { ...nothing, kind: 'proposal', body: 'Kommunstyrelsen', day: null, section: null }
  ]
  expect(said({ kind: 'decisions', facts: { decisions } })).toEqual([
    'Fritids- och folkhälsonämnden, 19 januari 2018, §\u00a04, Diarienummer FOFN 2018-00020',
    'Nämnden godkänner rapporten.',
    'Justerat 23 januari 2018 · Anslaget 24 januari 2018 · Skickat till Kommunstyrelsen · Gäller utgåva 1',
    'Kommunstyrelsen Förslag'
  ])
})

test('annexes by their numbers, also those that are kept elsewhere', () => {
  const none = { url: null, document: null, file: null, publication: null }
  const annexes = [
    { ...none, title: 'Delårsrapporten', publication: named('Delår') },
    {
      ...{ ...none, title: 'Riktlinjer' },
      document: { id: 'd', kind: 'riktlinje', year: 2017, day: null, caseNumber: 'KS 1', note: null }
    }
  ]
  expect(said({ kind: 'annexes', facts: { annexes } })).toEqual([
    'Nummer | Bilaga',
    'Bilaga\u00a01 | Delårsrapporten',
    'Bilaga\u00a02 | Riktlinjer riktlinje · 2017 · Diarienummer KS 1 · finns inte här'
  ])
})

test('one deed that several tell of, once', () => {
  const deed = {
    ...{
      number: 1,
      title: 'RE:BACKA',
      seed: 's',
      degree: 'unstated',
      ordinary: false,
      text: null,
      contributed: null
    },
    ...{ lead: 'Backatorp IF', parties: ['Backa Sharks'], places: [], figures: [], told: 4 }
  }
  expect(said({ kind: 'together', facts: { deeds: [deed] } })).toEqual([
    'RE:BACKA (Backatorp IF och Backa Sharks)',
    'Fyra svar berättar om samma insats. Siffrorna är räknade en gång.'
  ])
})
