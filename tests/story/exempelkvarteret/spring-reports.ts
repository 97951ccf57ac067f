import type { StoryPublication } from '../types.ts'

/** Halfway through the year: what is new since the promise began. */
export const halfYearReport: StoryPublication = {
  slug: 'halvarsrapport-exempelkvarteret-2026',
  template: 'half_year',
  title: 'Exempelkvarteret våren 2026: halvårsrapport',
  published: '2026-08-14',
  blocks: [
    {
      kind: 'prose',
      part: 'summary',
      text: 'Det första halvåret har de flesta dellöften kommit igång. Läxhjälpen, de öppna kvällarna och lagningarna har kommit längst. Några parter har inte svarat, och det syns i siffrorna.'
    },
    { kind: 'totals' },
    { kind: 'quarter' },
    { kind: 'completion' },
    { kind: 'deeds', settings: { extent: 'highlights' } },
    { kind: 'figures', settings: { listed: 'no' } },
    { kind: 'not_carried_out' },
    {
      kind: 'prose',
      part: 'ahead',
      text: 'I november frågar vi alla parter igen. Till dess ska varje dellöfte ha någon som svarar för det.'
    },
    { kind: 'annexes' }
  ],
  annexes: [
    { publication: 'arsrapport-exempelkvarteret-2025', title: 'Förra årets rapport' },
    { document: 'Medborgarlöfte Exempelkvarteret, undertecknat av tolv parter' }
  ]
}

/** One page, which is also the cover of the board's paper; and what was decided of it, and where it went then. */
export const brief: StoryPublication = {
  slug: 'exempelkvarteret-pa-en-sida',
  template: 'brief',
  title: 'Exempelkvarteret våren 2026 på en sida',
  published: '2026-09-04',
  blocks: [
    {
      kind: 'prose',
      part: 'summary',
      text: 'Tolv parter har lovat omkring hundra saker för åren 2026 och 2027. Efter ett halvår är de flesta igång.'
    },
    {
      kind: 'prose',
      part: 'proposal_for_decision',
      text: '1. Nämnden lägger halvårsrapporten till handlingarna.\n2. Nämnden ber kommunstyrelsen om pengar till belysningen vid lekplatsen.'
    },
    { kind: 'totals', settings: { stands: 'opening' } },
    { kind: 'completion' },
    { kind: 'deeds', settings: { extent: 'highlights', told: 'brief', most: '5' } },
    {
      kind: 'prose',
      part: 'background',
      text: 'Löftet skrevs under i januari 2026. Parterna svarar varje halvår, och samordnaren läser alla svar.'
    },
    { kind: 'annexes' }
  ],
  annexes: [
    { publication: 'halvarsrapport-exempelkvarteret-2026' },
    { publication: 'arsrapport-exempelkvarteret-2025' }
  ],
  decisions: [
    {
      body: 'Exempelnämnden',
      wording: 'Nämnden lägger halvårsrapporten till handlingarna.',
      day: '2026-08-26',
      section: '57',
      caseNumber: 'EX 2026-0031',
      adjusted: '2026-08-28',
      posted: '2026-08-31',
      sentTo: 'Kommunstyrelsen i Exempelstaden och löftets parter'
    },
    {
      kind: 'proposal',
      body: 'Kommunstyrelsen i Exempelstaden',
      wording: 'Nämnden föreslår att kommunstyrelsen avsätter pengar till belysning vid lekplatsen.',
      caseNumber: 'EX 2026-0031'
    }
  ]
}
