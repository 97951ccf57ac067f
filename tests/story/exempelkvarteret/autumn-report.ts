import type { StoryBlock, StoryPublication, StoryReading } from '../types.ts'

const focusArea = (objective: string, text: string): StoryBlock[] => [
  { kind: 'prose', part: 'focus_area', objective, text },
  { kind: 'deeds', objective, settings: { extent: 'highlights' } }
]

/** Being read before it is decided: one party objects, one has got its answer, one has nothing against it, one is silent. */
const reading: StoryReading = {
  asked: '2026-11-18',
  due: '2026-12-04',
  words:
    'Här är ett utkast till höstens halvårsrapport. Läs gärna hela, och säg till om något är fel eller om ni vill att det ska stå på ett annat sätt. Några svar är på väg in och kommer med innan rapporten går till nämnden.',
  readers: [
    {
      name: 'Biträdande rektor, Exempelskolan',
      mail: 'lasare@exempelskolan.example',
      organisation: 'exempelskolan',
      says: [
        {
          day: '2026-11-19',
          kind: 'objection',
          block: 4,
          about: 'Skola',
          text: 'Så var det i våras. I höst ringer alla årskurser samma dag, men inte alltid före klockan tio.',
          instead: 'Läxhjälpen och frukostarna är fullsatta. När en elev saknas ringer skolan hem samma dag.'
        }
      ]
    },
    {
      name: 'Kommunpolis, Exempelpolisen',
      mail: 'lasare@exempelpolisen.example',
      organisation: 'exempelpolisen',
      says: [
        {
          day: '2026-11-19',
          kind: 'comment',
          text: 'Lätt att läsa. Kan det stå vilka kvällar vi finns på torget, så att fler hittar dit?'
        }
      ],
      approved: '2026-11-19'
    },
    {
      name: 'Föreståndare, Fritidsgården Exemplet',
      mail: 'lasare@fritidsgarden-exemplet.example',
      organisation: 'fritidsgarden-exemplet',
      says: [
        {
          day: '2026-11-18',
          kind: 'comment',
          block: 6,
          about: 'Fritid',
          text: 'Vi hade öppet under hela höstlovet också. Det syns inte här.',
          settled: {
            day: '2026-11-19',
            answer:
              'Bra! Skriv det i ert svar och skicka in det, så kommer det med i rapporten av sig självt.'
          }
        }
      ]
    },
    { name: 'Ledamot i Exempelnämnden', mail: 'ledamot@exempelstaden.example' }
  ]
}

/** A draft, compiled while the autumn's answers come in. */
export const autumnReport: StoryPublication = {
  slug: 'halvarsrapport-exempelkvarteret-hosten-2026',
  template: 'half_year',
  title: 'Exempelkvarteret hösten 2026: halvårsrapport',
  published: null,
  reading,
  blocks: [
    {
      kind: 'prose',
      part: 'summary',
      text: 'Det mesta av det som kom igång i våras har fortsatt, och flera saker är nu vardag. Gårdsfesterna, sommarjobben och väggmålningen i gångtunneln blev av. Några parter har inte svarat än.'
    },
    { kind: 'totals' },
    { kind: 'quarter' },
    { kind: 'changes', settings: { since: 'report' } },
    ...focusArea(
      'skola',
      'Läxhjälpen och frukostarna är fullsatta. När en elev saknas ringer skolan hem, men i de lägre årskurserna först dag två.'
    ),
    ...focusArea('fritid', 'Det finns något att göra varje kväll. Flickornas lag har blivit två.'),
    ...focusArea('utemiljo', 'Det som går sönder lagas snabbare än i våras.'),
    ...focusArea('familj', 'Fler grannar känner varandra. Alla gårdar har haft fest.'),
    ...focusArea('arbete', 'Fler unga har haft sitt första jobb i kvarteret.'),
    { kind: 'not_carried_out' },
    {
      kind: 'prose',
      part: 'ahead',
      text: 'Nästa gång vi frågar är i maj 2027. Innan dess går vi igenom vad som ska fortsätta efter 2027.'
    }
  ]
}
