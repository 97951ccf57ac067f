import { about, exactly } from '../figure.ts'
import type { StoryCommitment } from '../types.ts'
import { begun, draft, during, fully, mostly, notBegun, partly, submitted, target } from './answered.ts'

const aim = { objectives: ['arbete', 'arbete-vuxna'] }

export const arbeteVuxna: StoryCommitment[] = [
  {
    number: 91,
    title: 'Språkkafé på tisdagar',
    wording: 'Vi pratar svenska över en kopp kaffe varje tisdag klockan 13–15, med barnhörna.',
    lead: 'exempelforsamlingen',
    coActors: ['exempelbiblioteket'],
    ...aim,
    areas: ['exempelangen'],
    targetGroup: 'Vuxna som lär sig svenska',
    stage: 'ongoing',
    targets: [target('at_least', 1, 'språkkafé', 'week')],
    reports: {
      'var-2026': fully('Varje tisdag hela våren, oftast två bord.', [
        exactly(21, 'språkkaféer', 'sum'),
        about(260, 'besök på språkkaféet', 'sum')
      ])
    }
  },
  {
    number: 92,
    title: 'Datorhjälp för den som söker jobb',
    wording:
      'Bibliotekets personal hjälper till med dator, e-legitimation och ansökningar varje fredag klockan 10–13.',
    lead: 'exempelbiblioteket',
    ...aim,
    areas: ['exempelgarden'],
    targetGroup: 'Arbetssökande',
    stage: 'ongoing',
    targets: [target('at_least', 1, 'hjälpfredag', 'week')],
    reports: {
      'var-2026': fully('Hjälpen har funnits varje fredag.', [exactly(20, 'hjälpfredagar', 'sum')]),
      'host-2026': fully('Varje fredag även i höst.', [exactly(22, 'hjälpfredagar', 'sum')], {
        highlight: true
      })
    }
  },
  {
    number: 93,
    title: 'Arbetsträning i återbruksbutiken',
    wording:
      'Åtta personer åt gången arbetstränar i butiken i sex månader och får en egen plan för nästa steg.',
    lead: 'exempelstadens-socialforvaltning',
    coActors: ['exempelforsamlingen'],
    ...aim,
    areas: ['exempelgarden'],
    targetGroup: 'Vuxna långt från arbetsmarknaden',
    stage: 'ongoing',
    targets: [target('at_least', 8, 'platser', 'period')],
    reports: {
      'var-2026': mostly('Åtta platser är fyllda. Planerna för nästa steg är klara för fem.', [
        exactly(8, 'platser i arbetsträning', 'latest')
      ]),
      'host-2026': draft(
        mostly('Tre har gått vidare till anställning.', [exactly(3, 'anställda efter arbetsträning', 'sum')])
      )
    }
  },
  {
    number: 94,
    title: 'Jobb till hyresgäster i våra upphandlingar',
    wording:
      'I varje ny upphandling av städning och markskötsel kräver vi att minst två hyresgäster anställs.',
    lead: 'exempelbostader',
    ...aim,
    areas: ['exempelkvarteret'],
    stage: 'ongoing',
    reach: 'parties',
    targets: [target('at_least', 2, 'anställda hyresgäster', 'period')],
    reports: {
      'var-2026': begun('Kravet finns med i upphandlingen av städning som annonseras i juni.', [], {
        publishable: false
      }),
      'host-2026': submitted(
        partly('Städavtalet är tecknat och två hyresgäster är anställda.', [
          exactly(2, 'anställda hyresgäster', 'sum')
        ])
      )
    }
  },
  {
    number: 95,
    title: 'Öppet hus för arbetssökande',
    wording: 'Butikerna öppnar bakom disken en kväll i februari 2027 och berättar hur det är att jobba där.',
    lead: 'exempelhandlarna',
    ...aim,
    areas: ['exempelgarden'],
    targetGroup: 'Arbetssökande',
    period: during('2027-02-01', '2027-02-28'),
    stage: 'agreed',
    agreed: '2026-09-14'
  },
  {
    number: 96,
    title: 'Barnpassning under svenskkursen',
    wording: 'Föräldrar som läser svenska på biblioteket får barnpassning hos oss två förmiddagar i veckan.',
    lead: 'familjecentralen-exemplet',
    coActors: ['exempelbiblioteket'],
    objectives: ['arbete', 'arbete-vuxna', 'familj'],
    areas: ['exempelgarden'],
    targetGroup: 'Föräldrar som läser svenska',
    stage: 'ongoing',
    targets: [target('at_least', 2, 'förmiddagar', 'week')],
    reports: { 'var-2026': notBegun('Vi väntar på svar om lokalen.') }
  },
  {
    number: 97,
    title: 'Cykelskola för vuxna',
    wording:
      'Vi lär vuxna att cykla på skolgården onsdagskvällar i april–juni 2026, så att fler når jobb utan buss.',
    lead: 'exempelgrannarna',
    coActors: ['exempelskolan'],
    ...aim,
    areas: ['exempelgarden'],
    targetGroup: 'Vuxna som inte kan cykla',
    period: during('2026-04-01', '2026-06-30'),
    stage: 'completed',
    reports: {
      'var-2026': mostly(
        'Sjutton har lärt sig cykla. Kursen går till midsommar.',
        [exactly(17, 'nya cyklister', 'highest')],
        {
          highlight: true
        }
      )
    }
  },
  {
    number: 98,
    title: 'Billiga lokaler för nya företag',
    wording:
      'Tre tomma lokaler i bottenvåningen hyrs ut för halva hyran i två år till den som startar något nytt.',
    lead: 'pahittade-fastigheter',
    ...aim,
    areas: ['exempelangen'],
    targetGroup: 'Den som vill starta företag',
    stage: 'proposed',
    reach: 'own',
    agreed: '2026-11-19',
    targets: [target('at_least', 3, 'lokaler', 'period')]
  },
  {
    number: 99,
    title: 'Jobbmässa i skolans aula',
    wording: 'Minst 25 arbetsgivare med lediga jobb kommer till aulan en lördag i april 2026.',
    lead: 'exempelstadens-socialforvaltning',
    coActors: ['exempelskolan', 'exempelhandlarna', 'exempelbostader'],
    ...aim,
    areas: ['exempelkvarteret'],
    targetGroup: 'Unga och vuxna som söker jobb',
    period: during('2026-04-01', '2026-04-30'),
    stage: 'completed',
    targets: [target('at_least', 25, 'arbetsgivare', 'period')],
    reports: {
      'var-2026': fully(
        'Mässan hölls den 18 april.',
        [exactly(28, 'arbetsgivare på jobbmässan', 'latest'), about(700, 'besökare på jobbmässan', 'latest')],
        { contributed: 'Arbetsgivarna säger att 41 personer kallades till intervju.', highlight: true }
      )
    }
  },
  {
    number: 100,
    title: 'Kvällar om att starta eget',
    wording: 'Fyra kvällar våren 2027 om affärsidé, skatt och bidrag, med företagare från kvarteret.',
    lead: 'exempelbiblioteket',
    coActors: ['exempelhandlarna'],
    ...aim,
    areas: ['exempelgarden'],
    targetGroup: 'Den som vill starta företag',
    period: during('2027-02-01', '2027-05-31'),
    stage: 'agreed',
    agreed: '2026-11-10',
    targets: [target('at_least', 4, 'kvällar om att starta eget', 'period')]
  }
]
