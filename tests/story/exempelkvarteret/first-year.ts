import { about, exactly } from '../figure.ts'
import type { StoryCollaboration, StoryCommitment, StoryReport } from '../types.ts'
import { annualReport } from './annual-report.ts'
import { begun, fully, mostly, notCarriedOut, partly } from './answered.ts'
import { inventedOrganisations } from './organisations.ts'

const parties = [
  'exempelstadens-socialforvaltning',
  'exempelpolisen',
  'exempelbostader',
  'exempelskolan',
  'exempelbiblioteket'
]
const maker = 'exempelstadens-socialforvaltning'

const promised = (
  number: number,
  objective: string,
  lead: string,
  { title, wording }: { title: string; wording: string },
  report: StoryReport
): StoryCommitment => ({
  number,
  title,
  wording,
  lead,
  objectives: [objective],
  areas: ['exempelkvarteret'],
  stage: report.degree === 'not_carried_out' ? 'discontinued' : 'completed',
  ...(report.reason && { stageReason: report.reason }),
  reports: { 'helar-2025': report }
})

const commitments: StoryCommitment[] = [
  promised(
    1,
    'skola',
    'exempelskolan',
    { title: 'Frukost före första lektionen', wording: 'Bjuda på frukost två morgnar i veckan under 2025.' },
    fully(
      'Frukosten har stått framme varje tisdag och torsdag.',
      [about(3100, 'utdelade frukostar', 'sum')],
      {
        contributed: 'Fler är på plats när dagen börjar.',
        highlight: true
      }
    )
  ),
  promised(
    2,
    'skola',
    'exempelbiblioteket',
    { title: 'Läxhjälp en kväll i veckan', wording: 'Hålla läxhjälp en kväll i veckan under terminerna.' },
    fully('Läxhjälpen har haft öppet varje onsdag under båda terminerna.', [
      exactly(34, 'läxhjälpskvällar', 'sum')
    ])
  ),
  promised(
    3,
    'skola',
    'exempelskolan',
    { title: 'En vuxen till på rasterna', wording: 'Ha en vuxen mer på skolgården varje rast.' },
    mostly('Det har funnits en till vuxen på de flesta raster, men inte när någon har varit sjuk.')
  ),
  promised(
    4,
    'utemiljo',
    'exempelbostader',
    { title: 'Ny belysning på gångvägen', wording: 'Byta belysningen längs gångvägen till torget.' },
    fully('Belysningen är bytt hela vägen.', [exactly(22, 'nya lampor', 'sum')], {
      contributed: 'Boende säger att de går den vägen hem igen.',
      photos: [
        {
          picture: 'gangvag',
          alt: 'Teckning: två personer och en hund går hem i skymningen på en gångväg som är upplyst av fyra lampor.'
        }
      ],
      highlight: true
    })
  ),
  promised(
    5,
    'utemiljo',
    'exempelbostader',
    { title: 'Laga det som är trasigt inom en vecka', wording: 'Laga det som anmäls inom en vecka.' },
    partly('Ungefär hälften har lagats inom en vecka. Resten har tagit längre tid.', [], {
      learnt: 'Det behövs en enda väg in för den som vill anmäla något.'
    })
  ),
  promised(
    6,
    'utemiljo',
    'exempelpolisen',
    { title: 'Fotpatrull på fredagar', wording: 'Gå till fots i kvarteret varje fredagskväll.' },
    mostly('Vi har gått de flesta fredagar.', [about(40, 'fotpatruller', 'sum')])
  ),
  promised(
    7,
    'familj',
    maker,
    { title: 'Öppen kväll för föräldrar', wording: 'Ordna öppna kvällar där föräldrar får råd.' },
    begun('Vi har haft en första kväll och planerar fler.')
  ),
  promised(
    8,
    'familj',
    maker,
    { title: 'Gårdsfest i juni', wording: 'Ordna en gemensam gårdsfest i juni.' },
    notCarriedOut('Festen ställdes in på grund av storm, och vi hann inte hitta en ny dag.')
  )
]

/** The year before the promise that runs: made up, so that there is a report of last year to find. */
export const exempelkvarteret2025: StoryCollaboration = {
  slug: 'exempelkvarteret-2025',
  kind: 'citizen_promise',
  name: 'Exempelkvarteret, första året',
  purpose:
    'Fem parter provar i ett år att lova saker tillsammans i Exempelkvarteret. Det som fungerar ska bli ett löfte som fler kan vara med på.',
  principles: 'Vi lovar lite och följer upp allt.',
  lifecycle: 'ended',
  period: { from: '2025-01-01', to: '2025-12-31', precision: 'year' },
  authority: maker,
  mainArea: 'exempelkvarteret',
  contact: { function: 'Samordnare för Exempelkvarteret', mail: 'samordnare@exempelstaden.example' },
  reach: 'public',
  invented: true,
  source: 'Påhittat exempel. Platser, parter och dellöften finns inte, och bilderna är tecknade.',
  parties: parties.map((organisation) => ({
    organisation,
    role: organisation === maker ? 'maker' : 'party'
  })),
  statedTotals: [],
  objectives: [
    { key: 'skola', kind: 'focus_area', title: 'Skola', text: 'Barnen ska orka med sin skoldag.' },
    { key: 'utemiljo', kind: 'focus_area', title: 'Trygg utemiljö', text: 'Det ska kännas bra att gå hem.' },
    {
      key: 'familj',
      kind: 'focus_area',
      title: 'Familj och grannar',
      text: 'Grannar ska lära känna varandra.'
    }
  ],
  commitments,
  rounds: [
    {
      ref: 'helar-2025',
      name: 'Hela 2025',
      period: { from: '2025-01-01', to: '2025-12-31', precision: 'year' },
      opened: '2025-12-01',
      due: '2026-01-16',
      closed: '2026-01-23',
      responders: inventedOrganisations
        .filter(({ slug }) => parties.includes(slug))
        .map(({ slug, name }) => ({
          organisation: slug,
          name: `Kontakt för Exempelkvarteret, ${name}`,
          mail: `kontakt@${slug}.example`
        }))
    }
  ],
  documents: [],
  publications: [annualReport]
}
