import { exactly, inWords } from '../figure.ts'
import type { StoryCommitment } from '../types.ts'
import { begun, draft, during, fully, mostly, partly, submitted, target, unchanged } from './answered.ts'

const aim = { objectives: ['arbete', 'arbete-unga'] }

export const arbeteUnga: StoryCommitment[] = [
  {
    number: 81,
    title: 'Sommarjobb till 30 unga',
    wording:
      'Vi anställer 30 unga som bor i kvarteret i tre veckor sommaren 2026, med handledare och lön enligt avtal.',
    lead: 'exempelbostader',
    ...aim,
    areas: ['exempelkvarteret'],
    targetGroup: 'Unga 16–19 år',
    period: during('2026-06-01', '2026-08-31', 'season'),
    stage: 'completed',
    targets: [target('at_least', 30, 'sommarjobb', 'period')],
    reports: {
      'var-2026': begun('Alla 30 platser är utlysta och 112 har sökt.', [
        exactly(112, 'sökande till sommarjobb', 'latest')
      ]),
      'host-2026': fully(
        '32 unga fick jobb, och fem av dem arbetar nu extra hos oss på helgerna.',
        [exactly(32, 'sommarjobb', 'sum')],
        { contributed: 'Flera fick sitt första intyg och sin första lön.', highlight: true }
      )
    }
  },
  {
    number: 82,
    title: 'Tio feriejobb i utemiljön',
    wording: 'Tio unga sköter planteringar och lekplatser på Exempelängen under sommarloven 2026 och 2027.',
    lead: 'pahittade-fastigheter',
    ...aim,
    areas: ['exempelangen'],
    targetGroup: 'Unga 15–18 år',
    period: during('2026-06-01', '2027-08-31'),
    stage: 'ongoing',
    targets: [target('at_least', 10, 'feriejobb', 'period')]
  },
  {
    number: 83,
    title: 'Helgjobb i tolv butiker',
    wording: 'Tolv butiker anställer varsin ungdom från kvarteret för helgjobb före september 2026.',
    lead: 'exempelhandlarna',
    ...aim,
    areas: ['exempelgarden'],
    targetGroup: 'Unga 16–20 år',
    stage: 'ongoing',
    targets: [target('at_least', 12, 'helgjobb', 'period')],
    reports: { 'var-2026': partly('Sju butiker har anställt.', [exactly(7, 'helgjobb', 'latest')]) }
  },
  {
    number: 84,
    title: 'Jobbcoach på fritidsgården',
    wording:
      'En jobbcoach finns på fritidsgården varje onsdagskväll och hjälper till att söka jobb och utbildning.',
    lead: 'exempelstadens-socialforvaltning',
    coActors: ['fritidsgarden-exemplet'],
    ...aim,
    areas: ['exempelgarden'],
    targetGroup: 'Unga 16–24 år',
    stage: 'ongoing',
    targets: [target('at_least', 1, 'coachkväll', 'week')],
    reports: {
      'var-2026': mostly(
        'Sexton onsdagar. Minst nio unga har fått jobb eller praktik.',
        [exactly(16, 'coachkvällar', 'sum')],
        { highlight: true }
      ),
      'host-2026': submitted(mostly('Femton onsdagar.', [exactly(15, 'coachkvällar', 'sum')]))
    }
  },
  {
    number: 85,
    title: 'Cv-verkstad varje månad',
    wording:
      'Unga skriver cv och övar på intervjuer en eftermiddag i månaden, med riktiga arbetsgivare vid bordet.',
    lead: 'fritidsgarden-exemplet',
    coActors: ['exempelhandlarna', 'exempelbostader'],
    ...aim,
    areas: ['exempelgarden'],
    targetGroup: 'Unga 15–20 år',
    stage: 'ongoing',
    targets: [target('at_least', 1, 'cv-verkstad', 'month')],
    reports: {
      'var-2026': partly(
        'Två verkstäder av fem; arbetsgivarna hade svårt att komma på eftermiddagen.',
        [exactly(2, 'cv-verkstäder', 'sum')],
        { learnt: 'Kvällstid fungerar bättre för arbetsgivarna.' }
      )
    }
  },
  {
    number: 86,
    title: 'Praktikvecka hos vaktmästarna',
    wording: 'Tolv elever i årskurs 8 följer våra vaktmästare en vecka under våren 2026.',
    lead: 'exempelbostader',
    coActors: ['exempelskolan'],
    objectives: ['arbete', 'arbete-unga', 'skola'],
    areas: ['exempelkvarteret'],
    targetGroup: 'Elever i årskurs 8',
    period: during('2026-03-01', '2026-05-31', 'season'),
    stage: 'completed',
    targets: [target('at_least', 12, 'praktikanter', 'period')],
    reports: {
      'var-2026': fully('Tolv elever, sex åt gången. En cykelkällare blev ommålad på köpet.', [
        exactly(12, 'praktikanter', 'sum')
      ]),
      'host-2026': unchanged('fully')
    }
  },
  {
    number: 87,
    title: 'Domarkurs som ger första lönen',
    wording:
      'Vi utbildar tio unga till fotbollsdomare i mars 2026 och betalar arvode för varje match de dömer.',
    lead: 'exempelkvarterets-if',
    ...aim,
    areas: ['exempelangen'],
    targetGroup: 'Unga 14–18 år',
    stage: 'completed',
    targets: [target('at_least', 10, 'unga domare', 'period')],
    reports: {
      'var-2026': fully('Tretton gick kursen och alla har dömt minst en match.', [
        exactly(13, 'unga domare', 'highest')
      ]),
      'host-2026': draft(fully('Elva av tretton dömer fortfarande.'))
    }
  },
  {
    number: 88,
    title: 'Praoplats till alla i årskurs 8',
    wording: 'Varje elev i årskurs 8 får en praoplats, hälften av dem hos arbetsgivare i kvarteret.',
    lead: 'exempelskolan',
    coActors: ['exempelhandlarna', 'exempelbostader'],
    objectives: ['arbete', 'arbete-unga', 'skola'],
    areas: ['exempelkvarteret'],
    targetGroup: 'Elever i årskurs 8',
    stage: 'ongoing',
    reports: {
      'var-2026': mostly('Alla utom tre fick plats. En tredjedel var i kvarteret.', [], {
        publicWording:
          'Nästan alla elever i årskurs 8 fick en praoplats. En tredjedel av platserna fanns i kvarteret.'
      }),
      'host-2026': mostly('Alla fick plats. Fortfarande en tredjedel i kvarteret.')
    }
  },
  {
    number: 89,
    title: 'Prova på polisyrket',
    wording:
      'Tjugo unga tillbringar en dag hos oss i november 2026 och möter utredare, hundförare och trafikpoliser.',
    lead: 'exempelpolisen',
    coActors: ['fritidsgarden-exemplet'],
    ...aim,
    areas: ['exempelkvarteret'],
    targetGroup: 'Unga 16–20 år',
    period: during('2026-11-01', '2026-11-30'),
    stage: 'ongoing',
    targets: [target('at_least', 20, 'unga på prova på-dagen', 'period')],
    reports: { 'var-2026': begun('Datumet är bokat.', [inWords('ett tiotal', 'intresserade unga')]) }
  },
  {
    number: 90,
    title: 'Lärlingar i ventilation',
    wording: 'Fyra unga får lärlingsplats hos våra entreprenörer från augusti 2027.',
    lead: 'exempelbostader',
    ...aim,
    areas: ['exempelkvarteret'],
    targetGroup: 'Unga 18–24 år',
    period: during('2027-08-01', '2027-12-31'),
    stage: 'agreed',
    agreed: '2026-11-16',
    targets: [target('at_least', 4, 'lärlingsplatser', 'period')]
  }
]
