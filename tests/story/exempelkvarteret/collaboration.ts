import type { StoryCollaboration } from '../types.ts'
import { arbeteUnga } from './arbete-unga.ts'
import { arbeteVuxna } from './arbete-vuxna.ts'
import { familjGrannar } from './familj-grannar.ts'
import { familjStod } from './familj-stod.ts'
import { fritidAlla } from './fritid-alla.ts'
import { fritidVarjeDag } from './fritid-varje-dag.ts'
import { objectives } from './objectives.ts'
import { inventedOrganisations } from './organisations.ts'
import { skolaLarande } from './skola-larande.ts'
import { skolaNarvaro } from './skola-narvaro.ts'
import { autumnReport } from './autumn-report.ts'
import { leisureOverview } from './leisure-overview.ts'
import { brief, halfYearReport } from './spring-reports.ts'
import { utemiljoHelt } from './utemiljo-helt.ts'
import { utemiljoVuxna } from './utemiljo-vuxna.ts'

const makers = ['exempelstadens-socialforvaltning', 'exempelpolisen']
const responders = inventedOrganisations.map(({ slug, name }) => ({
  organisation: slug,
  name: `Kontakt för medborgarlöftet, ${name}`,
  mail: `kontakt@${slug}.example`
}))

export const exempelkvarteret: StoryCollaboration = {
  slug: 'exempelkvarteret',
  kind: 'citizen_promise',
  name: 'Medborgarlöfte Exempelkvarteret',
  purpose:
    'Tolv parter lovar att göra Exempelkvarteret tryggare, roligare och mer välkomnande. Varje part säger vad den ska göra, var och när, och berättar varje halvår hur det har gått.',
  principles:
    'Vi lovar bara det vi kan följa upp. Vi säger till när något inte blir av. Vi gör det tillsammans när det går.',
  lifecycle: 'active',
  predecessor: 'exempelkvarteret-2025',
  period: { from: '2026-01-01', to: '2027-12-31', precision: 'year' },
  authority: 'exempelstadens-socialforvaltning',
  mainArea: 'exempelkvarteret',
  contact: { function: 'Samordnare för Exempelkvarteret', mail: 'samordnare@exempelstaden.example' },
  reach: 'public',
  invented: true,
  source: 'Påhittat exempel. Platser, parter och dellöften finns inte, och bilderna är tecknade.',
  parties: inventedOrganisations.map(({ slug }) => ({
    organisation: slug,
    role: makers.includes(slug) ? 'maker' : 'party'
  })),
  statedTotals: [],
  objectives,
  commitments: [
    ...skolaNarvaro,
    ...skolaLarande,
    ...fritidVarjeDag,
    ...fritidAlla,
    ...utemiljoHelt,
    ...utemiljoVuxna,
    ...familjStod,
    ...familjGrannar,
    ...arbeteUnga,
    ...arbeteVuxna
  ],
  rounds: [
    {
      ref: 'var-2026',
      name: 'Våren 2026',
      period: { from: '2026-01-01', to: '2026-05-31', precision: 'month' },
      opened: '2026-05-11',
      due: '2026-06-12',
      closed: '2026-06-26',
      responders
    },
    {
      ref: 'host-2026',
      name: 'Hösten 2026',
      period: { from: '2026-06-01', to: '2026-11-30', precision: 'month' },
      opened: '2026-11-09',
      due: '2026-12-15',
      responders,
      ofParties: [
        {
          organisation: 'exempelbiblioteket',
          gave: 'Vi har fått kontakt med föreningar som vi inte kände till, och de lånar vår lokal på kvällarna.',
          next: 'Lova färre saker och gör dem oftare. Bestäm tidigt vem som öppnar och låser.',
          beyond: 'Vi ställde ut bokvagnen på torget under den varma veckan i juni.',
          state: 'accepted'
        },
        {
          organisation: 'exempelbostader',
          gave: 'Det går fortare att få tag i rätt person på kommunen.',
          beyond: 'Två trapphus fick ny belysning efter önskemål från dem som bor där.',
          state: 'submitted'
        }
      ]
    }
  ],
  planned: {
    name: 'Våren 2027',
    period: { from: '2026-12-01', to: '2027-05-31', precision: 'month' },
    prepared: '2026-11-16',
    due: '2027-06-11'
  },
  documents: [
    {
      title: 'Medborgarlöfte Exempelkvarteret, undertecknat av tolv parter',
      kind: 'Medborgarlöfte',
      year: 2026,
      day: '2026-01-15',
      caseNumber: 'EX 2026-0001',
      note: 'Påhittat exempel.',
      reach: 'public'
    }
  ],
  publications: [halfYearReport, brief, leisureOverview, autumnReport]
}
