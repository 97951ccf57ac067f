import { about, exactly, inWords } from '../figure.ts'
import type { StoryCommitment } from '../types.ts'
import {
  draft,
  during,
  fully,
  mostly,
  notBegun,
  partly,
  returned,
  target,
  unchanged,
  unstated
} from './answered.ts'

const aim = { objectives: ['skola', 'skola-larande'] }

export const skolaLarande: StoryCommitment[] = [
  {
    number: 11,
    title: 'Läxhjälp på biblioteket två kvällar i veckan',
    wording:
      'En pedagog hjälper till med läxor på biblioteket varje tisdag och torsdag klockan 16–19 under terminerna.',
    lead: 'exempelbiblioteket',
    coActors: ['exempelskolan', 'exempelforsamlingen'],
    ...aim,
    areas: ['exempelgarden'],
    targetGroup: 'Elever i årskurs 4–9',
    stage: 'ongoing',
    targets: [target('at_least', 2, 'läxhjälpskvällar', 'week')],
    reports: {
      'var-2026': fully(
        'Läxhjälpen har varit öppen varje tisdag och torsdag.',
        [exactly(38, 'läxhjälpskvällar', 'sum'), about(420, 'besök i läxhjälpen', 'sum')],
        {
          contributed: 'Flera elever har klarat prov som de var oroliga för.',
          photos: [
            {
              picture: 'bibliotek',
              alt: 'Teckning: två elever och två vuxna läser läxor vid ett bord på biblioteket. Det är kväll utanför fönstret.'
            }
          ],
          highlight: true
        }
      ),
      'host-2026': fully(
        'Alla kvällar utom höstlovet.',
        [exactly(24, 'läxhjälpskvällar', 'sum'), about(310, 'besök i läxhjälpen', 'sum')],
        { highlight: true }
      )
    }
  },
  {
    number: 12,
    title: 'En bokpåse till varje barn i förskoleklass',
    wording:
      'Alla barn i förskoleklass får en tygpåse med tre böcker och ett lånekort senast i februari 2026.',
    lead: 'exempelbiblioteket',
    coActors: ['exempelskolan'],
    ...aim,
    areas: ['exempelkvarteret'],
    targetGroup: 'Barn i förskoleklass',
    period: during('2026-01-01', '2026-02-28'),
    stage: 'completed',
    targets: [target('at_least', 80, 'bokpåsar', 'period')],
    reports: {
      'var-2026': fully('Vi delade ut påsarna klass för klass och visade hur en låneautomat fungerar.', [
        exactly(84, 'bokpåsar', 'sum')
      ]),
      'host-2026': unchanged('fully')
    }
  },
  {
    number: 13,
    title: 'Läsande förebilder i årskurs 4–6',
    wording: 'Sex vuxna som barnen känner igen läser högt i varsin klass en gång i månaden.',
    lead: 'exempelbiblioteket',
    coActors: ['exempelkvarterets-if', 'exempelhandlarna', 'exempelpolisen'],
    ...aim,
    areas: ['exempelgarden'],
    stage: 'ongoing',
    targets: [target('at_least', 6, 'högläsningar', 'month')],
    reports: {
      'var-2026': partly('Fyra förebilder har läst, bland andra en målvakt och en bagare.', [
        exactly(14, 'högläsningar', 'sum')
      ]),
      'host-2026': mostly('Nu är alla sex på plats, men två besök har ställts in.', [
        exactly(16, 'högläsningar', 'sum')
      ])
    }
  },
  {
    number: 14,
    title: 'Mattestuga på lördagar',
    wording: 'Matsalen är öppen för mattehjälp varannan lördag klockan 10–13, med två lärare och fika.',
    lead: 'exempelskolan',
    ...aim,
    areas: ['exempelgarden'],
    targetGroup: 'Elever i årskurs 8 och 9',
    stage: 'ongoing',
    targets: [target('at_least', 2, 'lördagar', 'month')],
    reports: {
      'var-2026': partly('Fem lördagar av nio. Det var svårt att bemanna i april.', [
        exactly(5, 'lördagar med mattestuga', 'sum')
      ]),
      'host-2026': returned(
        partly('Vi har haft några lördagar.', [inWords('några', 'lördagar i höst')]),
        'Vet ni hur många lördagar det blev, och hur det har gått med bemanningen?'
      )
    }
  },
  {
    number: 15,
    title: 'Lugnt läxrum i församlingshemmet',
    wording: 'Vi håller ett tyst rum öppet för läxor måndag–torsdag klockan 15–18.',
    lead: 'exempelforsamlingen',
    ...aim,
    areas: ['exempelangen'],
    targetGroup: 'Alla som vill ha lugn och ro',
    stage: 'ongoing',
    reports: { 'var-2026': unstated('Rummet är öppet. Vi räknar inte hur många som kommer.') }
  },
  {
    number: 16,
    title: 'Bokhylla i varje tvättstuga',
    wording:
      'Vi ställer bokhyllor med bytesböcker i alla 14 tvättstugor före sommaren 2026, och biblioteket fyller på.',
    lead: 'exempelbostader',
    coActors: ['exempelbiblioteket'],
    ...aim,
    areas: ['exempelkvarteret'],
    period: during('2026-02-01', '2026-05-31'),
    stage: 'completed',
    targets: [target('at_least', 14, 'bokhyllor', 'period')],
    reports: {
      'var-2026': fully(
        'Alla hyllor är på plats och böckerna byter ägare snabbt.',
        [exactly(14, 'bokhyllor', 'latest')],
        {
          highlight: true
        }
      ),
      'host-2026': unchanged('fully')
    }
  },
  {
    number: 17,
    title: 'Veckans ord i skyltfönstren',
    wording:
      'Tio butiker sätter upp ett nytt ord i fönstret varje måndag. Eleverna i årskurs 5 väljer orden.',
    lead: 'exempelhandlarna',
    coActors: ['exempelskolan'],
    ...aim,
    areas: ['exempelkvarteret'],
    stage: 'ongoing',
    targets: [target('at_least', 10, 'butiker', 'week')]
  },
  {
    number: 18,
    title: 'Läxan före träningen',
    wording: 'Spelare födda 2012–2015 får läxhjälp i klubbstugan 45 minuter före tisdagsträningen.',
    lead: 'exempelkvarterets-if',
    coActors: ['exempelbiblioteket'],
    ...aim,
    areas: ['exempelangen'],
    targetGroup: 'Spelare 11–14 år',
    stage: 'ongoing',
    reports: {
      'var-2026': notBegun('Klubbstugan har varit stängd efter en vattenläcka. Vi börjar i augusti.'),
      'host-2026': draft(partly('Vi kom igång i september, men bara med ett av lagen.'))
    }
  },
  {
    number: 19,
    title: 'Studiecoach för elever i årskurs 9',
    wording: 'En studiecoach träffar 20 elever varje vecka från februari till juni 2026.',
    lead: 'exempelstadens-socialforvaltning',
    coActors: ['exempelskolan'],
    ...aim,
    areas: ['exempelgarden'],
    targetGroup: 'Elever i årskurs 9',
    stage: 'discontinued',
    stageReason: 'Det sökta bidraget beviljades inte. Skolan ger stödet inom sin egen elevhälsa i stället.',
    targets: [target('aims_for', 20, 'elever med studiecoach', 'week')]
  },
  {
    number: 20,
    title: 'Elevrådet bestämmer över 10 000 kronor',
    wording: 'Elevrådet fördelar 10 000 kronor till elevernas egna förslag under vårterminen 2027.',
    lead: 'exempelskolan',
    objectives: ['skola'],
    areas: ['exempelgarden'],
    targetGroup: 'Alla elever',
    period: during('2027-01-01', '2027-06-30', 'term'),
    stage: 'agreed',
    agreed: '2026-11-12'
  }
]
