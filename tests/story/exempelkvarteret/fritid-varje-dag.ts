import { about, exactly, onAverage, over } from '../figure.ts'
import type { StoryCommitment } from '../types.ts'
import { begun, draft, during, fully, mostly, notCarriedOut, target, unstated } from './answered.ts'

const aim = { objectives: ['fritid', 'fritid-varje-dag'] }

export const fritidVarjeDag: StoryCommitment[] = [
  {
    number: 21,
    title: 'Fritidsgården öppen alla vardagskvällar',
    wording: 'Vi har öppet måndag–fredag klockan 15–21 hela året, även på loven.',
    lead: 'fritidsgarden-exemplet',
    ...aim,
    areas: ['exempelgarden'],
    targetGroup: 'Unga 12–18 år',
    stage: 'ongoing',
    targets: [target('at_least', 5, 'öppna kvällar', 'week')],
    reports: {
      'var-2026': fully(
        'Öppet varje vardagskväll, i snitt 46 besökare.',
        [exactly(104, 'öppna kvällar', 'sum'), onAverage(46, 'besökare per kväll', 'never')],
        { highlight: true }
      ),
      'host-2026': draft(
        fully('Öppet varje kväll, även under sommarlovet.', [exactly(121, 'öppna kvällar', 'sum')])
      )
    }
  },
  {
    number: 22,
    title: 'Söndagar med gemensam matlagning',
    wording: 'Unga lagar mat tillsammans på fritidsgården två söndagar i månaden från mars 2026.',
    lead: 'fritidsgarden-exemplet',
    coActors: ['exempelhandlarna'],
    ...aim,
    areas: ['exempelgarden'],
    targetGroup: 'Unga 13–18 år',
    stage: 'ongoing',
    targets: [target('at_least', 2, 'matlagningssöndagar', 'month')],
    reports: {
      'var-2026': mostly('Fem söndagar av sex. Butikerna skänker grönsakerna.', [
        exactly(5, 'matlagningssöndagar', 'sum')
      ]),
      'host-2026': draft(mostly('Åtta söndagar hittills.', [exactly(8, 'matlagningssöndagar', 'sum')]))
    }
  },
  {
    number: 23,
    title: 'Spelkväll på biblioteket varje torsdag',
    wording: 'Brädspel, rollspel och tv-spel för alla från 10 år, varje torsdag klockan 17–20.',
    lead: 'exempelbiblioteket',
    ...aim,
    areas: ['exempelgarden'],
    targetGroup: 'Alla från 10 år',
    stage: 'in_ordinary_operations',
    stageReason: 'Spelkvällen ingår i bibliotekets fasta program sedan september 2026.',
    targets: [target('at_least', 1, 'spelkväll', 'week')],
    reports: {
      'var-2026': fully('Spelkvällen går varje vecka och leds av två ungdomar med timanställning.', [
        exactly(20, 'spelkvällar', 'sum')
      ]),
      'host-2026': fully('Samma sak i höst, nu som fast program.', [exactly(12, 'spelkvällar', 'sum')])
    }
  },
  {
    number: 24,
    title: 'Gårdslokalen gratis för unga',
    wording: 'Ungdomar som bor hos oss lånar gårdslokalen utan avgift, med en bovärd som kontaktperson.',
    lead: 'exempelbostader',
    ...aim,
    areas: ['exempelangen'],
    targetGroup: 'Unga hyresgäster',
    stage: 'ongoing',
    reports: {
      'var-2026': mostly('Lokalen bokas de flesta helger. Bokning i appen återstår.', [
        exactly(31, 'bokningar av gårdslokalen', 'sum')
      ]),
      'host-2026': fully('Nu går det att boka i appen.', [exactly(47, 'bokningar av gårdslokalen', 'sum')])
    }
  },
  {
    number: 25,
    title: 'Öppen idrottshall fredag och lördag kväll',
    wording: 'Hallen är öppen utan anmälan fredag och lördag klockan 18–22 med två ledare på plats.',
    lead: 'exempelkvarterets-if',
    coActors: ['fritidsgarden-exemplet'],
    ...aim,
    areas: ['exempelangen'],
    targetGroup: 'Unga 13–20 år',
    stage: 'ongoing',
    targets: [target('at_least', 2, 'öppna hallkvällar', 'week')],
    reports: {
      'var-2026': fully(
        'Två kvällar i veckan, ofta fullt. Vi har fått säga nej till några som var för unga.',
        [exactly(42, 'öppna hallkvällar', 'sum'), over(1600, 'besök i öppen hall', 'sum')],
        { contributed: 'Butikerna på torget märker att det är lugnare på helgkvällarna.', highlight: true }
      ),
      'host-2026': draft(mostly('Lördagarna gick bra, fredagarna krockade med matcher.'))
    }
  },
  {
    number: 26,
    title: 'Musikstudio i församlingens källare',
    wording:
      'En studio med instrument och inspelning står öppen tre kvällar i veckan för unga som vill göra musik.',
    lead: 'exempelforsamlingen',
    coActors: ['fritidsgarden-exemplet'],
    ...aim,
    areas: ['exempelangen'],
    targetGroup: 'Unga 13–25 år',
    stage: 'ongoing',
    targets: [target('at_least', 3, 'studiokvällar', 'week')],
    reports: { 'var-2026': unstated('Studion används, mest av två band som repar inför sommarfesten.') }
  },
  {
    number: 27,
    title: 'Ny multiplan på Exempelängen',
    wording: 'Vi bygger en belyst plan för fotboll, basket och volleyboll som invigs senast i maj 2027.',
    lead: 'pahittade-fastigheter',
    coActors: ['exempelkvarterets-if', 'exempelstadens-socialforvaltning'],
    ...aim,
    areas: ['exempelangen'],
    period: during('2026-03-01', '2027-05-31'),
    stage: 'ongoing',
    reports: { 'var-2026': begun('Bygglovet är klart. Marken förbereds i juni.') }
  },
  {
    number: 28,
    title: 'Pingisbord på torget',
    wording:
      'Vi köper två pingisbord i betong till torget och lånar ut racketar från kiosken, från maj 2026.',
    lead: 'exempelhandlarna',
    ...aim,
    areas: ['exempelgarden'],
    stage: 'completed',
    targets: [target('at_least', 2, 'pingisbord', 'period')],
    reports: {
      'var-2026': fully('Borden står på plats sedan den 2 maj.', [exactly(2, 'pingisbord', 'latest')], {
        learnt: 'Köp dubbelt så många bollar.'
      })
    }
  },
  {
    number: 29,
    title: 'Lovkort med buss och bad',
    wording:
      'Alla mellan 10 och 16 år i kvarteret får ett kort med gratis buss och bad under sommarloven 2026 och 2027.',
    lead: 'exempelstadens-socialforvaltning',
    ...aim,
    areas: ['exempelkvarteret'],
    targetGroup: 'Barn och unga 10–16 år',
    period: during('2026-06-01', '2027-08-31'),
    stage: 'agreed',
    reports: {
      'var-2026': notCarriedOut(
        'Bussbolaget och badhuset kunde inte enas om ersättningen före sommaren. Vi tar upp frågan igen inför 2027.'
      )
    }
  },
  {
    number: 30,
    title: 'Sommarbio på gården',
    wording: 'Vi visar film utomhus tre fredagar i augusti 2026. Alla är välkomna.',
    lead: 'exempelgrannarna',
    coActors: ['exempelbostader', 'fritidsgarden-exemplet'],
    ...aim,
    areas: ['exempelangen'],
    period: during('2026-08-01', '2026-08-31'),
    stage: 'completed',
    onTheWay: true,
    agreed: '2026-06-22',
    targets: [target('at_least', 3, 'filmkvällar', 'period')],
    reports: {
      'host-2026': fully('Tre kvällar, en i regn men med fulla bänkar.', [
        exactly(3, 'filmkvällar', 'sum'),
        about(350, 'biobesökare', 'sum')
      ])
    }
  }
]
