import type { StoryCollaboration } from '../types.ts'
import { activities } from './activities.ts'
import { strategies } from './strategies.ts'

const department = 'stadsdelsforvaltningen-norra-hisingen'
const autumn2011 = { from: '2011-09-01', to: null, precision: 'season' } as const
const page = 'Stadsdelsförvaltningens sida om Backa i Fokus'
const note = `${page}, 2014 eller senare. Den säger inte när arbetet slutade, men stadsdelsförvaltningen finns inte längre. Aktiviteternas läge är det som sidan beskriver.`

const report = (year: number, title: string, kind?: string): StoryCollaboration['documents'][number] => ({
  title: `Backa i Fokus ${title}`,
  ...(kind && { kind }),
  year,
  reach: 'public'
})

export const backaIFokus: StoryCollaboration = {
  slug: 'backa-i-fokus',
  kind: 'area_programme',
  name: 'Backa i Fokus',
  purpose:
    'På lång sikt ska stadsdelen bli tryggare, livfullare och mer attraktiv. När stadsdelsnämnden bestämde sig, hösten 2011, präglades stadsdelen av social oro, konflikter och kriminalitet. Det skulle vända. Arbetet gäller hela Norra Hisingen och framför allt Backa, alltså Brunnsbo, Backa och Skälltorp. Mest handlar det om att fler ska vara delaktiga och att människors levnadsvillkor ska bli mer lika. Sådant kräver uthållighet, och att kommunen, föreningar, företag och boende hjälps åt. Arbetet ska dessutom ge kunskap om vad oron beror på och vad som hjälper.',
  principles:
    'De flesta av aktiviteterna är ordinarie verksamhet. Stadsdelsförvaltningens linjeorganisation ansvarar därför för dem och för vad de leder till. Varje aktivitet har en ansvarig: en chef på någon nivå, eller en utvecklingsledare som har ansvar för frågan. De ansvariga delar erfarenheter med varandra över nivåer och verksamheter. Vid återkommande seminarier får de ta del av forskning och erfarenheter om socialt hållbara stadsdelar. Det som förvaltningen lär sig står i halvårs- och årsrapporterna.',
  lifecycle: 'ended',
  period: autumn2011,
  authority: department,
  mainArea: 'hisings-backa',
  otherAreas: ['norra-hisingen'],
  contact: { function: 'Projektledare för Backa i Fokus' },
  reach: 'public',
  invented: false,
  source: note,
  parties: [
    { organisation: department, role: 'maker' },
    { organisation: 'polisen', role: 'participant' },
    { organisation: 'narhalsan', role: 'participant' }
  ],
  statedTotals: [
    { of: 'commitments', qualifier: 'exactly', value: 26, source: page },
    {
      of: 'activities',
      qualifier: 'exactly',
      value: 27,
      source: 'Backa i Fokus resultat från 27 aktiviteter för hållbar utveckling (2014)'
    }
  ],
  objectives: strategies,
  commitments: activities,
  rounds: [],
  decisions: [
    {
      body: 'Stadsdelsnämnden Norra Hisingen',
      wording: 'Stadsdelsnämnden beslutade under hösten 2011 att Backa i Fokus skulle startas.'
    }
  ],
  documents: [
    report(2014, 'halvårsrapport 2014', 'Halvårsrapport'),
    report(2014, 'resultat från 27 aktiviteter för hållbar utveckling'),
    report(2014, '2014 levnadsvillkor i stadsdelen'),
    report(2014, 'årsrapport 2014', 'Årsrapport'),
    report(2013, 'organisation och aktiviteter 2013'),
    report(2013, 'delårsrapport 2013', 'Delårsrapport'),
    report(2013, 'delårsrapport 2013, bilaga 1', 'Bilaga'),
    report(2013, 'delårsrapport 2013, bilaga 2', 'Bilaga'),
    report(2012, 'årsrapport 2012', 'Årsrapport')
  ],
  publications: []
}

/** What it is made up of. Who sits where is told by function. */
const group = (slug: string, name: string, purpose: string): StoryCollaboration => ({
  slug: `backa-i-fokus-${slug}`,
  kind: 'body',
  name: `${name} för Backa i Fokus`,
  purpose,
  lifecycle: 'ended',
  period: autumn2011,
  authority: department,
  mainArea: 'hisings-backa',
  parents: ['backa-i-fokus'],
  reach: 'public',
  invented: false,
  source: note,
  parties: [{ organisation: department, role: 'party' }],
  statedTotals: [],
  objectives: [],
  commitments: [],
  rounds: [],
  documents: [],
  publications: []
})

export const groupsOfBackaIFokus: StoryCollaboration[] = [
  group('styrgrupp', 'Styrgruppen', 'Här sitter förvaltningsledningen i Norra Hisingen.'),
  group(
    'ledningsgrupp',
    'Den operativa ledningsgruppen',
    'Här sitter områdescheferna och förvaltningsledningen.'
  ),
  group('stab', 'Staben', 'Här arbetar projektledare, handläggare och kommunikatör.'),
  group(
    'projektgrupp',
    'Projektgruppen',
    'Här möts de som ansvarar för aktiviteterna. Gruppen är basen i arbetet. Olika nivåer och verksamheter utbyter erfarenheter och lär av varandra, deltar i gemensamma seminarier, följer upp vad aktiviteterna bidrar till och analyserar det utifrån målen om en trygg, livfull och attraktiv stadsdel. Det ger en större helhetssyn på svåra frågor.'
  )
]
