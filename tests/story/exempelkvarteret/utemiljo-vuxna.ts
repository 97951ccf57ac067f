import { about, exactly, onAverage } from '../figure.ts'
import type { StoryCommitment } from '../types.ts'
import {
  draft,
  fully,
  mostly,
  notBegun,
  notCarriedOut,
  partly,
  submitted,
  target,
  unstated
} from './answered.ts'

const aim = { objectives: ['utemiljo', 'utemiljo-vuxna'] }

export const utemiljoVuxna: StoryCommitment[] = [
  {
    number: 51,
    title: 'Nattvandring varje fredag',
    wording: 'Minst fyra vuxna går genom kvarteret varje fredag klockan 20–24, utom i juli.',
    lead: 'exempelgrannarna',
    coActors: ['exempelforsamlingen', 'exempelkvarterets-if'],
    ...aim,
    areas: ['exempelkvarteret'],
    stage: 'ongoing',
    targets: [target('at_least', 1, 'nattvandring', 'week')],
    reports: {
      'var-2026': mostly(
        'Sjutton fredagar av tjugoen, i snitt fem vandrare.',
        [exactly(17, 'nattvandringar', 'sum'), onAverage(5, 'vandrare per kväll', 'never')],
        { learnt: 'Korv lockar både vandrare och ungdomar.', highlight: true }
      )
    }
  },
  {
    number: 52,
    title: 'Grannsamverkan i sex trapphus',
    wording:
      'Sex trapphus startar grannsamverkan med kontaktperson och gemensamt startmöte före sommaren 2026.',
    lead: 'exempelgrannarna',
    coActors: ['exempelpolisen', 'exempelbostader'],
    ...aim,
    areas: ['exempelgarden'],
    stage: 'ongoing',
    targets: [target('at_least', 6, 'trapphus i grannsamverkan', 'period')],
    reports: {
      'var-2026': partly('Två trapphus har haft startmöte.', [
        exactly(2, 'trapphus i grannsamverkan', 'latest')
      ])
    }
  },
  {
    number: 53,
    title: 'Poliser till fots fem gånger i veckan',
    wording: 'Vi är i kvarteret fem gånger i veckan: till fots, med trafikkontroll eller på skolbesök.',
    lead: 'exempelpolisen',
    ...aim,
    areas: ['exempelkvarteret'],
    stage: 'ongoing',
    targets: [
      {
        ...target('at_least', 5, 'pass', 'week'),
        alternatives: ['fotpatrull', 'trafikkontroll', 'skolbesök']
      }
    ],
    reports: {
      'var-2026': mostly('I snitt fyra pass i veckan, flest till fots.', [
        onAverage(4, 'polispass i veckan', 'never')
      ]),
      'host-2026': submitted(
        fully('Fem pass i veckan eller fler sedan augusti.', [onAverage(5.3, 'polispass i veckan', 'never')])
      )
    }
  },
  {
    number: 54,
    title: 'Områdespolis på torget varje onsdag',
    wording: 'En områdespolis står på torget onsdagar klockan 15–17 och svarar på frågor.',
    lead: 'exempelpolisen',
    ...aim,
    areas: ['exempelgarden'],
    targetGroup: 'Boende och butiker',
    stage: 'ongoing',
    targets: [target('at_least', 1, 'torgonsdag', 'week')],
    reports: {
      'var-2026': fully('Onsdagarna har blivit av, också i snöblask.', [
        exactly(20, 'torgonsdagar', 'sum'),
        about(300, 'samtal på torget', 'sum')
      ]),
      'host-2026': submitted(
        mostly('Två onsdagar ströks vid ett större evenemang i staden.', [exactly(21, 'torgonsdagar', 'sum')])
      )
    }
  },
  {
    number: 55,
    title: 'Bovärdar ute till klockan 20',
    wording: 'Våra bovärdar arbetar kväll måndag–torsdag och går en runda på varje gård.',
    lead: 'exempelbostader',
    ...aim,
    areas: ['exempelkvarteret'],
    stage: 'in_ordinary_operations',
    stageReason: 'Kvällstiden är en del av bovärdarnas avtal sedan april 2026.',
    reports: {
      'var-2026': fully('Kvällsrundorna går sedan den 1 april.'),
      'host-2026': fully('Rundorna går som de ska. De boende hejar.')
    }
  },
  {
    number: 56,
    title: 'Störningsjour dygnet runt',
    wording: 'Den som störs av grannar når vår jour dygnet runt och får besök inom en timme.',
    lead: 'pahittade-fastigheter',
    ...aim,
    areas: ['exempelangen'],
    targetGroup: 'Boende',
    stage: 'ongoing',
    reports: { 'var-2026': unstated('Jouren finns. Hur snabbt den kommer vet vi inte än.') }
  },
  {
    number: 57,
    title: 'Butiker där du kan be om hjälp',
    wording: 'Femton butiker sätter upp ett märke i dörren som säger att den som är rädd får komma in.',
    lead: 'exempelhandlarna',
    coActors: ['exempelpolisen'],
    ...aim,
    areas: ['exempelkvarteret'],
    stage: 'ongoing',
    targets: [target('at_least', 15, 'butiker med märket', 'period')],
    reports: {
      'var-2026': mostly(
        'Elva butiker har märket och har fått en genomgång av polisen.',
        [exactly(11, 'butiker med märket', 'latest')],
        {
          highlight: true
        }
      )
    }
  },
  {
    number: 58,
    title: 'Ledare i gula västar efter matcherna',
    wording: 'Två ledare följer spelare och publik till hållplatsen efter varje hemmamatch på kvällstid.',
    lead: 'exempelkvarterets-if',
    ...aim,
    areas: ['exempelangen'],
    stage: 'ongoing',
    targets: [target('at_least', 2, 'ledare', 'period')],
    reports: {
      'var-2026': notBegun('Västarna är beställda. Säsongens kvällsmatcher börjar i augusti.'),
      'host-2026': draft(fully('Alla åtta kvällsmatcher.', [exactly(8, 'matcher med gula västar', 'sum')]))
    }
  },
  {
    number: 59,
    title: 'Gemensam lägesbild varje vecka',
    wording: 'Vi stämmer av veckan varje måndag klockan 8.30 och bestämmer var vuxna behövs.',
    lead: null,
    answerer: 'exempelstadens-socialforvaltning',
    coActors: [
      'exempelpolisen',
      'exempelbostader',
      'pahittade-fastigheter',
      'fritidsgarden-exemplet',
      'exempelskolan'
    ],
    ...aim,
    areas: ['exempelkvarteret'],
    stage: 'ongoing',
    reach: 'parties',
    targets: [target('at_least', 1, 'avstämning', 'week')],
    reports: {
      'var-2026': fully('Avstämningen har hållits varje måndag utom annandag påsk.', [
        exactly(20, 'avstämningar', 'sum')
      ]),
      'host-2026': submitted(
        fully('Varje måndag, även under sommaren.', [exactly(24, 'avstämningar', 'sum')])
      )
    }
  },
  {
    number: 60,
    title: 'Nattkafé på lördagar',
    wording: 'Församlingshemmet har öppet med varm choklad lördagar klockan 22–01.',
    lead: 'exempelforsamlingen',
    coActors: ['exempelgrannarna'],
    ...aim,
    areas: ['exempelangen'],
    targetGroup: 'Unga som är ute sent',
    stage: 'agreed',
    targets: [target('at_least', 1, 'nattkafé', 'week')],
    reports: {
      'var-2026': notCarriedOut(
        'Vi hittade inte tillräckligt många frivilliga som kunde vara vakna så sent. Vi hjälper nattvandrarna i stället.'
      )
    }
  }
]
