import { about, exactly, onAverage } from '../figure.ts'
import type { StoryCommitment } from '../types.ts'
import { begun, during, fully, mostly, partly, returned, submitted, target, unchanged } from './answered.ts'

const aim = { objectives: ['utemiljo', 'utemiljo-helt'] }

export const utemiljoHelt: StoryCommitment[] = [
  {
    number: 41,
    title: 'Trasig belysning lagas inom tre dygn',
    wording: 'När någon felanmäler en lampa på våra gårdar lyser den igen inom tre dygn.',
    lead: 'exempelbostader',
    ...aim,
    areas: ['exempelkvarteret'],
    stage: 'ongoing',
    reports: {
      'var-2026': mostly('De flesta lampor lagas i tid. Tre stolpar väntade på reservdelar.', [
        exactly(58, 'lagade lampor', 'sum'),
        onAverage(2.4, 'dygn till lagad lampa', 'never')
      ]),
      'host-2026': submitted(
        fully('Alla lampor har lagats inom tre dygn.', [
          exactly(73, 'lagade lampor', 'sum'),
          onAverage(1.6, 'dygn till lagad lampa', 'never')
        ])
      )
    }
  },
  {
    number: 42,
    title: 'Klotter borta inom ett dygn',
    wording: 'Vi tar bort klotter på våra hus inom ett dygn efter anmälan, alla dagar i veckan.',
    lead: 'exempelbostader',
    ...aim,
    areas: ['exempelkvarteret'],
    stage: 'in_ordinary_operations',
    stageReason: 'Ingår i det nya skötselavtalet från och med den 1 juli 2026.',
    reports: {
      'var-2026': fully(
        'Allt klotter som anmälts har tagits bort i tid.',
        [exactly(23, 'sanerade ytor', 'sum')],
        {
          highlight: true
        }
      ),
      'host-2026': unchanged('fully')
    }
  },
  {
    number: 43,
    title: 'Nya lås i alla portar på Exempelängen',
    wording: 'Alla 22 portar får elektroniska lås som stänger av sig själva nattetid, klart i december 2026.',
    lead: 'pahittade-fastigheter',
    ...aim,
    areas: ['exempelangen'],
    period: during('2026-02-01', '2026-12-31'),
    stage: 'ongoing',
    targets: [target('at_least', 22, 'portar med nya lås', 'period')],
    reports: { 'var-2026': partly('Nio portar är klara.', [exactly(9, 'portar med nya lås', 'latest')]) }
  },
  {
    number: 44,
    title: 'Fri sikt längs skolvägen',
    wording: 'Vi klipper buskarna mellan Exempelängen och skolan till högst 80 centimeter, vår och höst.',
    lead: 'pahittade-fastigheter',
    ...aim,
    areas: ['exempelangen'],
    stage: 'ongoing',
    targets: [target('at_least', 2, 'klippningar', 'year')]
  },
  {
    number: 45,
    title: 'Ljusa cykelrum med glasdörr',
    wording: 'Tio cykelrum får glasdörr, rörelsestyrt ljus och nya ställ under 2026.',
    lead: 'exempelbostader',
    ...aim,
    areas: ['exempelgarden'],
    period: during('2026-01-01', '2026-12-31', 'year'),
    stage: 'ongoing',
    targets: [target('at_least', 10, 'upprustade cykelrum', 'year')],
    reports: {
      'var-2026': partly('Fyra rum är klara.', [exactly(4, 'upprustade cykelrum', 'sum')]),
      'host-2026': returned(
        mostly('Nästan alla rum är klara.'),
        'Skriv gärna hur många rum som är klara, så att de boende i de sista husen vet.'
      )
    }
  },
  {
    number: 46,
    title: 'Rent torg varje morgon',
    wording: 'Butikerna turas om att plocka skräp på torget före klockan 9 alla dagar.',
    lead: 'exempelhandlarna',
    ...aim,
    areas: ['exempelgarden'],
    stage: 'ongoing',
    targets: [target('at_least', 7, 'städade morgnar', 'week')],
    reports: { 'var-2026': mostly('Schemat håller på vardagarna. Söndagarna är svårast.') }
  },
  {
    number: 47,
    title: 'Trygghetsvandring vår och höst',
    wording: 'Vi går med boende i april och oktober och svarar på varje iakttagelse inom tre månader.',
    lead: 'exempelstadens-socialforvaltning',
    coActors: ['exempelpolisen', 'exempelbostader', 'pahittade-fastigheter', 'exempelgrannarna'],
    ...aim,
    areas: ['exempelkvarteret'],
    targetGroup: 'Boende',
    stage: 'ongoing',
    targets: [target('at_least', 2, 'trygghetsvandringar', 'year')],
    reports: {
      'var-2026': partly(
        'Vårens vandring gick den 21 april med 26 boende. Hälften av iakttagelserna har fått svar.',
        [exactly(34, 'iakttagelser', 'sum')],
        { highlight: true }
      )
    }
  },
  {
    number: 48,
    title: 'Kamera vid gångtunneln',
    wording:
      'Vi prövar om en kamera vid tunneln är motiverad och sätter i så fall upp den före augusti 2026.',
    lead: 'exempelpolisen',
    ...aim,
    areas: ['exempelangen'],
    stage: 'ongoing',
    reach: 'parties',
    reports: {
      'var-2026': begun('Bedömningen pågår.', [], { publishable: false }),
      'host-2026': submitted(
        begun('Bedömningen är klar. Beslut väntas i december.', [], { publishable: false })
      )
    }
  },
  {
    number: 49,
    title: 'Grannrunda som felanmäler',
    wording: 'Första söndagen i månaden går vi ett varv och felanmäler allt som är trasigt.',
    lead: 'exempelgrannarna',
    ...aim,
    areas: ['exempelkvarteret'],
    stage: 'ongoing',
    targets: [target('at_least', 1, 'grannrunda', 'month')],
    reports: {
      'var-2026': fully(
        'Fem rundor på fem månader.',
        [exactly(5, 'grannrundor', 'sum'), about(90, 'felanmälningar', 'sum')],
        { contributed: 'Vi ser att det vi anmäler faktiskt blir lagat, och fler vill följa med.' }
      )
    }
  },
  {
    number: 50,
    title: 'Väggmålning i gångtunneln',
    wording: 'Tolv unga målar om tunneln tillsammans med en konstnär i september 2026.',
    lead: 'exempelstadens-socialforvaltning',
    coActors: ['fritidsgarden-exemplet', 'exempelbostader'],
    ...aim,
    areas: ['exempelangen'],
    targetGroup: 'Unga 14–20 år',
    period: during('2026-09-01', '2026-09-30'),
    stage: 'completed',
    onTheWay: true,
    agreed: '2026-08-17',
    reports: {
      'host-2026': submitted(
        fully('Tunneln är 40 meter färg och invigdes den 26 september.', [
          exactly(12, 'unga konstnärer', 'highest')
        ])
      )
    }
  }
]
