import { about, exactly } from '../figure.ts'
import type { StoryCommitment } from '../types.ts'
import { begun, during, fully, mostly, partly, submitted, target, unchanged, unstated } from './answered.ts'

const aim = { objectives: ['familj', 'familj-grannar'] }

export const familjGrannar: StoryCommitment[] = [
  {
    number: 71,
    title: 'Gårdsfest på varje gård',
    wording: 'Alla sju gårdar får en gårdsfest mellan maj och september 2026, planerad med dem som bor där.',
    lead: 'exempelbostader',
    coActors: ['exempelgrannarna'],
    ...aim,
    areas: ['exempelkvarteret'],
    targetGroup: 'Hyresgäster',
    period: during('2026-05-01', '2026-09-30'),
    stage: 'completed',
    targets: [target('at_least', 7, 'gårdsfester', 'period')],
    reports: {
      'var-2026': begun('Två fester är klara, fem står i kalendern.', [exactly(2, 'gårdsfester', 'sum')]),
      'host-2026': submitted(
        fully('De fem sista festerna blev av.', [
          exactly(5, 'gårdsfester', 'sum'),
          about(620, 'gäster på gårdsfesterna', 'sum')
        ])
      )
    }
  },
  {
    number: 72,
    title: 'Odlingslådor till den som vill',
    wording: 'Vi ställer ut 60 odlingslådor med jord i april 2026. Varje hushåll får låna en låda gratis.',
    lead: 'exempelbostader',
    ...aim,
    areas: ['exempelgarden'],
    targetGroup: 'Hyresgäster',
    stage: 'completed',
    targets: [target('at_least', 60, 'odlingslådor', 'period')],
    reports: {
      'var-2026': fully(
        'Alla lådor fick odlare inom en vecka och vi köpte åtta till.',
        [exactly(68, 'odlingslådor', 'latest')],
        {
          photos: [
            {
              picture: 'odlingslador',
              alt: 'Teckning: en vuxen och ett barn vattnar tomater i en odlingslåda på gården. Någon vilar på en bänk under ett träd.'
            }
          ],
          highlight: true
        }
      ),
      'host-2026': unchanged('fully')
    }
  },
  {
    number: 73,
    title: 'Trapphusvärdar på Exempelängen',
    wording: 'Åtta boende blir trapphusvärdar med utbildning och ett litet arvode från september 2026.',
    lead: 'pahittade-fastigheter',
    ...aim,
    areas: ['exempelangen'],
    stage: 'ongoing',
    targets: [target('at_least', 8, 'trapphusvärdar', 'period')],
    reports: {
      'var-2026': begun('Tre boende har anmält intresse.', [exactly(3, 'intresserade boende', 'latest')])
    }
  },
  {
    number: 74,
    title: 'Välkomstkorg till nyinflyttade',
    wording:
      'Den som flyttar in får inom två veckor besök av en granne med bröd och en lista på allt som händer här.',
    lead: 'exempelgrannarna',
    coActors: ['exempelbostader', 'exempelhandlarna'],
    ...aim,
    areas: ['exempelkvarteret'],
    targetGroup: 'Nyinflyttade',
    stage: 'ongoing',
    reports: {
      'var-2026': partly('Vi hinner med ungefär hälften av dem som flyttar in.', [
        about(30, 'välkomstkorgar', 'sum')
      ])
    }
  },
  {
    number: 75,
    title: 'Soppa för alla på torsdagar',
    wording: 'Vi serverar soppa klockan 17 varje torsdag. Den som kan betalar 20 kronor.',
    lead: 'exempelforsamlingen',
    coActors: ['exempelhandlarna'],
    ...aim,
    areas: ['exempelangen'],
    stage: 'ongoing',
    targets: [target('at_least', 1, 'soppkväll', 'week')],
    reports: { 'var-2026': unstated('Soppan har kokat på, och borden har räckt med nöd och näppe.') }
  },
  {
    number: 76,
    title: 'Grannarnas dag i maj',
    wording: 'Vi dukar långbord på torget den 30 maj 2026 och bjuder in hela kvarteret.',
    lead: 'exempelgrannarna',
    coActors: ['exempelbostader', 'pahittade-fastigheter', 'exempelhandlarna', 'exempelforsamlingen'],
    ...aim,
    areas: ['exempelkvarteret'],
    period: during('2026-05-30', '2026-05-30', 'day'),
    stage: 'completed',
    reports: {
      'var-2026': fully(
        'Långbordet blev 60 meter. Musikskolan spelade.',
        [about(400, 'gäster på grannarnas dag', 'latest')],
        {
          photos: [
            {
              picture: 'grannarnas-dag',
              alt: 'Teckning: sex grannar i olika åldrar sitter vid ett dukat långbord under vimplar och blommande träd.'
            }
          ],
          highlight: true
        }
      )
    }
  },
  {
    number: 77,
    title: 'Berättarkafé med äldre i kvarteret',
    wording: 'En gång i månaden berättar en äldre granne om sitt liv för alla som vill lyssna.',
    lead: 'exempelbiblioteket',
    coActors: ['exempelgrannarna'],
    ...aim,
    areas: ['exempelgarden'],
    stage: 'ongoing',
    targets: [target('at_least', 1, 'berättarkafé', 'month')],
    reports: {
      'var-2026': mostly('Fyra kaféer av fem. Ett spelades in och finns att låna.', [
        exactly(4, 'berättarkaféer', 'sum')
      ]),
      'host-2026': fully('Ett kafé i månaden utom i juli.', [exactly(5, 'berättarkaféer', 'sum')])
    }
  },
  {
    number: 78,
    title: 'Pappagrupp på lördagar',
    wording: 'Pappor med små barn träffas varannan lördag klockan 10–12 med en manlig ledare.',
    lead: 'familjecentralen-exemplet',
    ...aim,
    areas: ['exempelgarden'],
    targetGroup: 'Pappor med barn 0–5 år',
    stage: 'ongoing',
    targets: [target('at_least', 2, 'pappaträffar', 'month')],
    reports: {
      'var-2026': partly('Vi kom igång i april, fyra träffar hittills.', [exactly(4, 'pappaträffar', 'sum')])
    }
  },
  {
    number: 79,
    title: 'Julmarknad på torget',
    wording: 'Tjugo bord för föreningar och grannar på torget den 12 december 2026. Borden kostar ingenting.',
    lead: 'exempelhandlarna',
    coActors: ['exempelgrannarna', 'exempelforsamlingen'],
    ...aim,
    areas: ['exempelgarden'],
    period: during('2026-12-12', '2026-12-12', 'day'),
    stage: 'agreed',
    onTheWay: true,
    agreed: '2026-09-28',
    targets: [target('at_least', 20, 'bord', 'period')]
  },
  {
    number: 80,
    title: 'Gemensam lokal i hus 9',
    wording:
      'Vi bygger om den tomma butiken i hus 9 till en lokal som alla boende kan boka, klar i juni 2026.',
    lead: 'pahittade-fastigheter',
    ...aim,
    areas: ['exempelangen'],
    period: during('2026-01-01', '2026-06-30'),
    stage: 'discontinued',
    stageReason:
      'Besiktningen visade fuktskador. Det blir för dyrt att bygga om. De boende får använda gårdslokalen i stället.',
    reports: { 'var-2026': begun('Besiktningen är gjord och visar fuktskador.') }
  }
]
