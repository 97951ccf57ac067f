import { about, atLeast, exactly, onAverage } from '../figure.ts'
import type { StoryCommitment } from '../types.ts'
import { begun, draft, during, fully, mostly, partly, submitted, target, unchanged } from './answered.ts'

const aim = { objectives: ['fritid', 'fritid-alla'] }

export const fritidAlla: StoryCommitment[] = [
  {
    number: 31,
    title: 'Fotbollslag för flickor 10–13 år',
    wording:
      'Vi startar två lag för flickor, gratis första året, med träning måndag och onsdag från april 2026.',
    lead: 'exempelkvarterets-if',
    coActors: ['exempelskolan'],
    ...aim,
    areas: ['exempelangen'],
    targetGroup: 'Flickor 10–13 år',
    stage: 'ongoing',
    targets: [target('aims_for', 30, 'flickor i lagen', 'period')],
    reports: {
      'var-2026': mostly(
        'Ett lag är igång och ett till startar efter sommaren.',
        [atLeast(19, 'flickor i lagen', 'highest')],
        {
          photos: [
            {
              picture: 'fotboll',
              alt: 'Teckning: fem flickor spelar fotboll på en plan i strålkastarljus. Bakom målet syns husen i kvarteret.'
            }
          ],
          highlight: true
        }
      ),
      'host-2026': draft(
        fully('Båda lagen tränar två gånger i veckan.', [exactly(34, 'flickor i lagen', 'highest')])
      )
    }
  },
  {
    number: 32,
    title: 'Lika mycket halltid för flickor och pojkar',
    wording:
      'När vi lägger schemat för våren 2027 får flick- och pojklag lika många timmar, på lika bra tider.',
    lead: 'exempelkvarterets-if',
    ...aim,
    areas: ['exempelkvarteret'],
    period: during('2026-05-01', '2026-12-31'),
    stage: 'ongoing',
    reach: 'own',
    reports: {
      'var-2026': begun('Styrelsen har räknat timmarna. Flicklagen har 38 procent av 64 timmar.', [], {
        publishable: false
      })
    }
  },
  {
    number: 33,
    title: 'Sportförråd där allt lånas gratis',
    wording: 'Skridskor, hjälmar, klubbor och tält lånas ut gratis från klubbstugan lördagar klockan 10–12.',
    lead: 'exempelkvarterets-if',
    coActors: ['exempelbostader'],
    ...aim,
    areas: ['exempelangen'],
    stage: 'ongoing',
    reports: {
      'var-2026': mostly('Förrådet öppnade i februari. Vi saknar fortfarande små skridskor.', [
        about(260, 'utlån av sportsaker', 'sum')
      ])
    }
  },
  {
    number: 34,
    title: 'Tjejkväll varje tisdag',
    wording:
      'Fritidsgården har öppet bara för tjejer varje tisdag klockan 17–20, och de bestämmer själva programmet.',
    lead: 'fritidsgarden-exemplet',
    ...aim,
    areas: ['exempelgarden'],
    targetGroup: 'Tjejer 12–18 år',
    stage: 'ongoing',
    targets: [target('at_least', 1, 'tjejkväll', 'week')],
    reports: {
      'var-2026': fully('Nitton tisdagar, i snitt 17 deltagare.', [
        exactly(19, 'tjejkvällar', 'sum'),
        onAverage(17, 'deltagare per tjejkväll', 'never')
      ]),
      'host-2026': draft(fully('Fortsätter varje tisdag.'))
    }
  },
  {
    number: 35,
    title: 'Ungdomsrådet bestämmer över höstlovet',
    wording: 'Tio unga får 25 000 kronor och planerar höstlovet 2026 från början till slut.',
    lead: 'fritidsgarden-exemplet',
    coActors: ['exempelstadens-socialforvaltning'],
    funders: ['exempelbostader'],
    ...aim,
    areas: ['exempelkvarteret'],
    targetGroup: 'Unga 13–19 år',
    period: during('2026-09-01', '2026-11-30', 'season'),
    stage: 'ongoing',
    reports: { 'var-2026': begun('Rådet har träffats tre gånger och röstat fram två idéer.') }
  },
  {
    number: 36,
    title: 'Prova på-dag med åtta föreningar',
    wording: 'Alla elever får prova minst tre aktiviteter under en dag i maj 2026.',
    lead: 'exempelskolan',
    coActors: ['exempelkvarterets-if', 'fritidsgarden-exemplet'],
    objectives: ['fritid', 'fritid-alla', 'skola'],
    areas: ['exempelkvarteret'],
    targetGroup: 'Alla elever',
    period: during('2026-05-01', '2026-05-31'),
    stage: 'completed',
    targets: [target('at_least', 8, 'föreningar', 'period')],
    reports: {
      'var-2026': fully(
        'Nio föreningar kom. Klättring hade längst kö.',
        [
          exactly(9, 'föreningar på prova på-dagen', 'latest'),
          about(480, 'elever på prova på-dagen', 'latest')
        ],
        { highlight: true }
      ),
      'host-2026': unchanged('fully')
    }
  },
  {
    number: 37,
    title: 'Simskola för vuxna kvinnor',
    wording: 'Två kurser på tio lektioner i badhuset, med barnpassning, under 2026.',
    lead: 'familjecentralen-exemplet',
    ...aim,
    areas: ['exempelkvarteret'],
    targetGroup: 'Kvinnor som inte kan simma',
    period: during('2026-01-01', '2026-12-31', 'year'),
    stage: 'ongoing',
    targets: [target('at_least', 2, 'simkurser', 'year')],
    reports: {
      'var-2026': partly('Den första kursen är klar. Åtta av tolv simmar nu 25 meter.', [
        exactly(12, 'kvinnor i simskolan', 'highest')
      ]),
      'host-2026': submitted(
        mostly('Den andra kursen har fyra lektioner kvar.', [exactly(14, 'kvinnor i simskolan', 'highest')])
      )
    }
  },
  {
    number: 38,
    title: 'Innebandy med områdespolisen',
    wording: 'Vi spelar innebandy med fritidsgårdens ungdomar första onsdagen varje månad.',
    lead: 'exempelpolisen',
    coActors: ['fritidsgarden-exemplet'],
    ...aim,
    areas: ['exempelgarden'],
    targetGroup: 'Unga 13–18 år',
    stage: 'ongoing',
    targets: [target('at_least', 1, 'innebandykväll', 'month')],
    reports: {
      'var-2026': partly('Tre onsdagar av fem. Ungdomarna leder med 2–1.', [
        exactly(3, 'innebandykvällar', 'sum')
      ]),
      'host-2026': submitted(mostly('Fyra onsdagar av fem.', [exactly(4, 'innebandykvällar', 'sum')]))
    }
  },
  {
    number: 39,
    title: 'Ledarutbildning för femton unga',
    wording:
      'Femton unga mellan 15 och 19 år går en ledarutbildning på fyra helger och får intyg före jul 2026.',
    lead: 'exempelstadens-socialforvaltning',
    coActors: ['exempelkvarterets-if', 'fritidsgarden-exemplet'],
    ...aim,
    areas: ['exempelkvarteret'],
    targetGroup: 'Unga 15–19 år',
    period: during('2026-02-01', '2026-12-31'),
    stage: 'ongoing',
    targets: [target('aims_for', 15, 'utbildade unga ledare', 'period')],
    reports: {
      'var-2026': mostly('Tre helger av fyra är klara. Åtta flickor och sex pojkar går kursen.', [
        exactly(14, 'unga i ledarutbildningen', 'highest')
      ]),
      'host-2026': draft(
        fully('Alla fick sina intyg i oktober.', [exactly(14, 'utbildade unga ledare', 'sum')])
      )
    }
  },
  {
    number: 40,
    title: 'En vecka på sommarkollo',
    wording: 'Fyrtio barn som bor hos oss får en kostnadsfri kollovecka i juni 2027.',
    lead: 'exempelbostader',
    coActors: ['exempelforsamlingen'],
    ...aim,
    areas: ['exempelkvarteret'],
    targetGroup: 'Barn 9–12 år',
    period: during('2027-06-01', '2027-06-30'),
    stage: 'agreed',
    agreed: '2026-11-16',
    targets: [target('at_least', 40, 'barn på kollo', 'period')]
  }
]
