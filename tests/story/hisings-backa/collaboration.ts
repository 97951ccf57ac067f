import type { StoryCollaboration } from '../types.ts'
import { beyond } from './beyond.ts'
import { familj } from './familj.ts'
import { fritid } from './fritid.ts'
import { lokalområde } from './lokalomrade.ts'
import { focusAreaAims, focusAreas } from './objectives.ts'
import { parties, responders } from './parties.ts'
import { publication } from './publication.ts'
import { skola } from './skola.ts'

const source = 'Uppföljning medborgarlöfte Hisings Backa 2024–2025'

export const hisingsBacka: StoryCollaboration = {
  slug: 'hisings-backa-2024-2025',
  kind: 'citizen_promise',
  name: 'Tillsammans för ett tryggare Hisings Backa',
  purpose:
    'Vi går samman för att göra Hisings Backa tryggare. Färre ska rekryteras till gäng, och så småningom ska området inte längre stå på Polisens lista över utsatta områden.',
  principles:
    'Vi börjar tidigt i barns liv, minskar det som innebär risk och stärker det som skyddar. Insatserna riktas till familj, fritid, skola och lokalområde. Vi deltar aktivt i Trygg i-arbetet och i det gemensamma arbetet för trygghet och mot brott, och vi hittar tillsammans på nya insatser under tiden.',
  lifecycle: 'ended',
  period: { from: '2024-02-27', to: '2025-12-31', precision: 'day' },
  authority: 'socialforvaltningen-hisingen',
  mainArea: 'hisings-backa',
  contact: { function: 'Samordnare för medborgarlöftet', mail: 'medborgarloftet@hisings-backa.example' },
  reach: 'public',
  invented: false,
  source: `${source}. Uppföljningen beskriver ett urval av vad som gjordes. Dellöftenas egna ord och nummer står inte där. Här är de skrivna efter det som beskrivs.`,
  parties,
  statedTotals: [
    { of: 'parties', qualifier: 'exactly', value: 27, source },
    { of: 'commitments', qualifier: 'over', value: 100, source },
    { of: 'completed', qualifier: 'about', value: 90, source }
  ],
  objectives: [...focusAreas, ...focusAreaAims],
  commitments: [...skola, ...lokalområde, ...fritid, ...familj, ...beyond],
  rounds: [
    {
      ref: 'final-2025',
      name: 'Slutuppföljning 2024–2025',
      period: { from: '2024-02-27', to: '2025-12-31', precision: 'day' },
      opened: '2025-12-01',
      due: '2026-01-15',
      closed: '2026-01-31',
      responders
    }
  ],
  documents: [
    {
      title: 'Uppföljning medborgarlöfte Hisings Backa 2024–2025',
      kind: 'Uppföljning',
      year: 2025,
      reach: 'public'
    }
  ],
  publications: [publication]
}
