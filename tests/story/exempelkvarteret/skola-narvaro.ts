import { exactly, onAverage } from '../figure.ts'
import type { StoryCommitment } from '../types.ts'
import { begun, draft, during, fully, mostly, partly, submitted, target, unchanged } from './answered.ts'

const aim = { objectives: ['skola', 'skola-narvaro'] }

export const skolaNarvaro: StoryCommitment[] = [
  {
    number: 1,
    title: 'En vuxen vid skolgrinden varje morgon',
    wording:
      'Någon ur personalen står vid grinden klockan 7.45–8.15 varje skoldag och hälsar på alla som kommer.',
    lead: 'exempelskolan',
    ...aim,
    areas: ['exempelgarden'],
    targetGroup: 'Alla elever',
    stage: 'in_ordinary_operations',
    stageReason: 'Rektor har lagt in grindvakten i personalens schema från och med augusti 2026.',
    targets: [target('at_least', 5, 'morgnar', 'week')],
    reports: {
      'var-2026': fully(
        'Vi har stått vid grinden varje skoldag sedan vårterminen började.',
        [exactly(97, 'morgnar vid grinden', 'sum')],
        {
          contributed:
            'Färre kommer för sent. Elever berättar saker vid grinden som vi annars inte hade fått veta.',
          photos: [
            {
              picture: 'skolgard',
              alt: 'Teckning: en vuxen i gul väst står vid skolgrinden och vinkar till tre barn på väg in. Ett av barnen kör rullstol.'
            }
          ],
          highlight: true
        }
      ),
      'host-2026': fully('Grindvakten ligger i schemat och har inte missat en enda morgon.', [
        exactly(61, 'morgnar vid grinden', 'sum')
      ])
    }
  },
  {
    number: 2,
    title: 'Frukost före första lektionen',
    wording:
      'Vi serverar gratis frukost i matsalen tre morgnar i veckan hela 2026, med målet att 40 elever kommer varje gång.',
    lead: 'exempelskolan',
    coActors: ['exempelhandlarna', 'exempelforsamlingen'],
    ...aim,
    areas: ['exempelgarden'],
    targetGroup: 'Elever i årskurs 4–9',
    period: during('2026-01-01', '2026-12-31', 'year'),
    stage: 'ongoing',
    targets: [
      target('at_least', 3, 'frukostmorgnar', 'week'),
      target('aims_for', 40, 'elever per frukost', 'period')
    ],
    reports: {
      'var-2026': mostly(
        'Frukosten har funnits tre morgnar i veckan utom i mars, då köket byggdes om.',
        [exactly(1460, 'serverade frukostar', 'sum'), onAverage(31, 'elever per frukost', 'never')],
        { learnt: 'Fler kommer när frukosten ligger före idrotten.', highlight: true }
      ),
      'host-2026': fully(
        'Tre morgnar varje vecka, och nu är köket klart.',
        [exactly(1812, 'serverade frukostar', 'sum'), onAverage(44, 'elever per frukost', 'never')],
        { highlight: true }
      )
    }
  },
  {
    number: 3,
    title: 'Samtal hem samma dag',
    wording: 'När en elev uteblir ringer mentorn hem före klockan 10 samma dag.',
    lead: 'exempelskolan',
    ...aim,
    areas: ['exempelgarden'],
    stage: 'ongoing',
    reports: {
      'var-2026': partly(
        'Årskurs 7–9 gör så här. I de lägre årskurserna ringer vi fortfarande först dag två.'
      ),
      'host-2026': mostly('Alla årskurser ringer samma dag, men inte alltid före klockan 10.', [], {
        learnt: 'Det behövs en person som ringer, inte tjugo mentorer.'
      })
    }
  },
  {
    number: 4,
    title: 'Närvaroteam som kommer hem',
    wording: 'Två socialpedagoger erbjuder hembesök inom en vecka när skolan ber om det.',
    lead: 'exempelstadens-socialforvaltning',
    coActors: ['exempelskolan'],
    ...aim,
    areas: ['exempelkvarteret'],
    targetGroup: 'Familjer där ett barn är mycket borta från skolan',
    stage: 'ongoing',
    reports: {
      'var-2026': partly(
        'En av två tjänster är tillsatt. Besöken kommer igång inom två veckor i stället för en.',
        [],
        {
          publicWording: 'En av två socialpedagoger är på plats. Hembesök går att få inom två veckor.'
        }
      )
    }
  },
  {
    number: 5,
    title: 'Vandrande skolbuss från Exempelängen',
    wording: 'Två föräldrar i taget följer de yngsta barnen till skolan varje måndag, onsdag och fredag.',
    lead: 'exempelgrannarna',
    coActors: ['exempelskolan', 'exempelpolisen'],
    ...aim,
    areas: ['exempelangen'],
    targetGroup: 'Barn 6–9 år',
    stage: 'ongoing',
    targets: [target('at_least', 3, 'morgnar med skolbuss', 'week')],
    reports: {
      'var-2026': begun('Elva föräldrar har anmält sig och vägen är provgådd två gånger.', [
        exactly(11, 'anmälda föräldrar', 'latest')
      ])
    }
  },
  {
    number: 6,
    title: 'Polisen äter skollunch',
    wording: 'Områdespolisen äter lunch med eleverna minst två gånger i månaden under terminerna.',
    lead: 'exempelpolisen',
    coActors: ['exempelskolan'],
    ...aim,
    areas: ['exempelgarden'],
    stage: 'ongoing',
    targets: [target('at_least', 2, 'skolluncher', 'month')],
    reports: {
      'var-2026': mostly(
        'Nio luncher på fem månader. En blev inställd på grund av ett larm.',
        [exactly(9, 'skolluncher', 'sum')],
        { highlight: true }
      ),
      'host-2026': submitted(
        fully('Två luncher i månaden sedan skolstarten.', [exactly(6, 'skolluncher', 'sum')])
      )
    }
  },
  {
    number: 7,
    title: 'Fritidsledare på rasterna i årskurs 7–9',
    wording: 'En fritidsledare är i skolans uppehållsrum på lunchrasten fyra dagar i veckan.',
    lead: 'fritidsgarden-exemplet',
    coActors: ['exempelskolan'],
    ...aim,
    areas: ['exempelgarden'],
    targetGroup: 'Elever i årskurs 7–9',
    stage: 'ongoing',
    targets: [target('at_least', 4, 'raster', 'week')],
    reports: {
      'var-2026': mostly('I snitt tre raster i veckan. Pingisen drar flest.', [
        onAverage(3, 'raster i veckan', 'never')
      ]),
      'host-2026': draft(fully('Fyra raster i veckan sedan september.'))
    }
  },
  {
    number: 8,
    title: 'Inga borrmaskiner under provveckorna',
    wording:
      'Vi lägger inga bullriga arbeten i husen runt skolan under de nationella proven i april och maj 2026.',
    lead: 'exempelbostader',
    ...aim,
    areas: ['exempelgarden'],
    period: during('2026-04-01', '2026-05-31'),
    stage: 'completed',
    reports: {
      'var-2026': fully('Stambytet i hus 4 flyttades till juni. Skolan fick schemat i förväg.'),
      'host-2026': unchanged('fully')
    }
  },
  {
    number: 9,
    title: 'Sömnskola för tonårsföräldrar',
    wording: 'Tre kvällar om sömn, skärmar och morgnar under 2026.',
    lead: 'familjecentralen-exemplet',
    coActors: ['exempelskolan'],
    ...aim,
    areas: ['exempelkvarteret'],
    targetGroup: 'Föräldrar till tonåringar',
    period: during('2026-01-01', '2026-12-31', 'year'),
    stage: 'ongoing',
    targets: [target('at_least', 3, 'sömnskolekvällar', 'period')],
    reports: {
      'var-2026': partly('En kväll av tre är klar. De andra två har vi flyttat till hösten.'),
      'host-2026': submitted(
        fully('De två sista kvällarna hölls i september och oktober.', [
          exactly(2, 'sömnskolekvällar', 'sum')
        ])
      )
    }
  },
  {
    number: 10,
    title: 'Cykelställ vid skolans norra entré',
    wording: 'Vi bygger 60 låsbara cykelplatser på vår mark bredvid skolan, klara till jul 2026.',
    lead: 'pahittade-fastigheter',
    ...aim,
    areas: ['exempelgarden'],
    period: during('2026-05-01', '2026-12-31'),
    stage: 'ongoing',
    targets: [target('at_least', 60, 'cykelplatser', 'period')]
  }
]
