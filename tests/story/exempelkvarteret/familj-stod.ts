import { about, atLeast, exactly, inWords } from '../figure.ts'
import type { StoryCommitment } from '../types.ts'
import { draft, during, fully, mostly, partly, submitted, target } from './answered.ts'

const aim = { objectives: ['familj', 'familj-stod'] }

export const familjStod: StoryCommitment[] = [
  {
    number: 61,
    title: 'Föräldrakurs i åtta träffar',
    wording: 'Vi håller två kurser på åtta träffar under 2026, på svenska, arabiska och somaliska.',
    lead: 'familjecentralen-exemplet',
    coActors: ['exempelstadens-socialforvaltning'],
    ...aim,
    areas: ['exempelkvarteret'],
    targetGroup: 'Föräldrar till barn 3–12 år',
    period: during('2026-01-01', '2026-12-31', 'year'),
    stage: 'ongoing',
    targets: [target('at_least', 2, 'föräldrakurser', 'year')],
    reports: {
      'var-2026': partly(
        'Vårens kurs är klar. 14 föräldrar gick hela och 22 var med minst två gånger.',
        [
          exactly(14, 'föräldrar som gått hela kursen', 'highest'),
          exactly(22, 'föräldrar som varit med minst två gånger', 'highest')
        ],
        { highlight: true }
      ),
      'host-2026': submitted(mostly('Höstens kurs har två träffar kvar.'))
    }
  },
  {
    number: 62,
    title: 'Öppen förskola även på eftermiddagar',
    wording: 'Öppna förskolan har öppet till klockan 18 två dagar i veckan från mars 2026.',
    lead: 'familjecentralen-exemplet',
    ...aim,
    areas: ['exempelgarden'],
    targetGroup: 'Barn 0–6 år med vuxna',
    stage: 'in_ordinary_operations',
    stageReason: 'Regionen har förlängt öppettiderna tills vidare från och med september 2026.',
    targets: [target('at_least', 2, 'sena eftermiddagar', 'week')],
    reports: {
      'var-2026': fully('Vi har haft öppet till 18 tisdagar och torsdagar.', [
        exactly(24, 'sena eftermiddagar', 'sum'),
        about(210, 'besök på sena eftermiddagar', 'sum')
      ])
    }
  },
  {
    number: 63,
    title: 'Hembesök hos alla nyblivna föräldrar',
    wording: 'Barnhälsovården och en föräldrarådgivare erbjuder tre hembesök under barnets första år.',
    lead: 'familjecentralen-exemplet',
    coActors: ['exempelstadens-socialforvaltning'],
    ...aim,
    areas: ['exempelkvarteret'],
    targetGroup: 'Nyblivna föräldrar',
    stage: 'ongoing',
    reports: {
      'var-2026': mostly('Nästan alla tackar ja till det första besöket.', [atLeast(65, 'hembesök', 'sum')], {
        contributed: 'Föräldrar hittar till familjecentralen tidigare än förut.'
      })
    }
  },
  {
    number: 64,
    title: 'Råd om pengar och skulder i kvarteret',
    wording: 'En budgetrådgivare finns på biblioteket varannan måndag klockan 14–18, utan tidsbokning.',
    lead: 'exempelstadens-socialforvaltning',
    coActors: ['exempelbiblioteket'],
    ...aim,
    areas: ['exempelgarden'],
    targetGroup: 'Vuxna',
    stage: 'ongoing',
    targets: [target('at_least', 2, 'rådgivningsmåndagar', 'month')],
    reports: {
      'var-2026': fully('Tio måndagar som planerat.', [
        exactly(10, 'rådgivningsmåndagar', 'sum'),
        inWords('ett femtiotal', 'rådgivningssamtal')
      ]),
      'host-2026': draft(mostly('Två måndagar ställdes in.', [exactly(9, 'rådgivningsmåndagar', 'sum')]))
    }
  },
  {
    number: 65,
    title: 'Prata med en socialrådgivare utan att boka',
    wording: 'En socialrådgivare tar emot i familjecentralens kafé varje torsdag klockan 9–12.',
    lead: 'exempelstadens-socialforvaltning',
    coActors: ['familjecentralen-exemplet'],
    ...aim,
    areas: ['exempelgarden'],
    targetGroup: 'Föräldrar',
    stage: 'ongoing',
    targets: [target('at_least', 1, 'mottagning', 'week')],
    reports: {
      'var-2026': fully(
        'Kafébordet är bemannat varje torsdag. Den som vill går in i rummet bredvid.',
        [exactly(20, 'mottagningar', 'sum')],
        { learnt: 'Kaffe först, samtal sedan.', highlight: true }
      )
    }
  },
  {
    number: 66,
    title: 'Föräldramöten om rekrytering på nätet',
    wording:
      'Vi berättar på sex föräldramöten under 2026 hur unga värvas digitalt och vad en förälder kan göra.',
    lead: 'exempelpolisen',
    coActors: ['exempelskolan', 'exempelkvarterets-if'],
    objectives: ['familj', 'familj-stod', 'skola'],
    areas: ['exempelkvarteret'],
    targetGroup: 'Föräldrar till barn 10–16 år',
    period: during('2026-01-01', '2026-12-31', 'year'),
    stage: 'ongoing',
    targets: [target('at_least', 6, 'föräldramöten', 'year')],
    reports: {
      'var-2026': mostly('Fyra möten av sex, det största med 90 föräldrar.', [
        exactly(4, 'föräldramöten om nätrekrytering', 'sum'),
        about(240, 'föräldrar på mötena', 'sum')
      ]),
      'host-2026': submitted(
        fully('De två sista mötena hölls i september.', [
          exactly(2, 'föräldramöten om nätrekrytering', 'sum'),
          about(110, 'föräldrar på mötena', 'sum')
        ])
      )
    }
  },
  {
    number: 67,
    title: 'Föräldrafika varannan torsdag',
    wording: 'Rektor och kurator fikar med föräldrar varannan torsdag klockan 8–9 i skolans kafé.',
    lead: 'exempelskolan',
    objectives: ['familj', 'familj-stod', 'skola'],
    areas: ['exempelgarden'],
    targetGroup: 'Elevernas föräldrar',
    stage: 'ongoing',
    targets: [target('at_least', 2, 'föräldrafikor', 'month')],
    reports: {
      'var-2026': fully('Nio fikor. Från tre föräldrar i januari till ett tjugotal i maj.', [
        exactly(9, 'föräldrafikor', 'sum')
      ]),
      'host-2026': fully('Sju fikor sedan skolstarten.', [exactly(7, 'föräldrafikor', 'sum')])
    }
  },
  {
    number: 68,
    title: 'Sagostund på fem språk',
    wording: 'Varje lördag klockan 11 läser vi sagor på svenska och ett språk till. Fem språk turas om.',
    lead: 'exempelbiblioteket',
    coActors: ['familjecentralen-exemplet'],
    ...aim,
    areas: ['exempelgarden'],
    targetGroup: 'Barn 3–7 år',
    stage: 'ongoing',
    targets: [target('at_least', 1, 'sagostund', 'week')],
    reports: {
      'var-2026': mostly('Sagostund varje lördag, hittills på fyra språk.', [
        exactly(20, 'sagostunder', 'sum')
      ]),
      'host-2026': fully('Nu läser vi på alla fem språken.', [exactly(23, 'sagostunder', 'sum')], {
        highlight: true
      })
    }
  },
  {
    number: 69,
    title: 'Klädbytardag för barnkläder',
    wording: 'Vi ordnar en bytardag i mars och en i september 2026. Ingen betalar något.',
    lead: 'exempelforsamlingen',
    ...aim,
    areas: ['exempelangen'],
    targetGroup: 'Familjer',
    stage: 'ongoing',
    targets: [target('at_least', 2, 'klädbytardagar', 'year')],
    reports: {
      'var-2026': fully('Marsdagen blev av. Över hundra familjer kom och nästan inget blev kvar.')
    }
  },
  {
    number: 70,
    title: 'Dörrknackning om våld i nära relation',
    wording:
      'Vi knackar på i alla trapphus våren 2027 och berättar vart den som är utsatt eller orolig kan vända sig.',
    lead: null,
    answerer: 'exempelstadens-socialforvaltning',
    coActors: ['exempelpolisen', 'exempelbostader', 'pahittade-fastigheter'],
    ...aim,
    areas: ['exempelkvarteret'],
    targetGroup: 'Boende',
    period: during('2027-03-01', '2027-05-31', 'season'),
    stage: 'agreed',
    agreed: '2026-11-18',
    targets: [target('at_least', 900, 'dörrar', 'period')]
  }
]
