import type { StoryPublication } from '../types.ts'

const focusArea = (objective: string, text: string): StoryPublication['blocks'] => [
  { kind: 'prose', part: 'focus_area', objective, text },
  { kind: 'deeds', objective }
]

export const annualReport: StoryPublication = {
  slug: 'arsrapport-exempelkvarteret-2025',
  template: 'annual',
  title: 'Exempelkvarteret 2025: årsrapport',
  published: '2026-02-20',
  blocks: [
    {
      kind: 'prose',
      part: 'summary',
      text: 'Under det första året lovade fem parter åtta saker. Sex av dem blev av, helt eller delvis. En har påbörjats, och en blev inte av. Det som gick bäst var sådant som hade en bestämd plats och en bestämd dag.'
    },
    { kind: 'totals' },
    { kind: 'quarter' },
    ...focusArea('skola', 'Tre löften handlade om en skoldag som barnen orkar med. Alla tre blev av.'),
    ...focusArea('utemiljo', 'Vägen hem skulle bli ljusare, och det som går sönder skulle lagas snabbare.'),
    ...focusArea('familj', 'Här har vi kommit kortast. Grannarna ska få lära känna varandra nästa år.'),
    { kind: 'not_carried_out' },
    { kind: 'figures' },
    { kind: 'contribution' },
    { kind: 'learning' },
    {
      kind: 'prose',
      part: 'ahead',
      text: 'Inför nästa år har tolv parter sagt att de vill vara med. De föreslår fem fokusområden i stället för tre.'
    },
    { kind: 'parties' }
  ],
  decisions: [
    {
      body: 'Exempelnämnden',
      wording: 'Nämnden godkänner årsrapporten.',
      day: '2026-02-18',
      section: '12',
      caseNumber: 'EX 2026-0004',
      adjusted: '2026-02-19',
      posted: '2026-02-19'
    }
  ]
}
