import { focusAreas } from './hisings-backa/objectives.ts'
import type { StoryCollaboration } from './types.ts'

/** It collects its sub-promises, so it has none yet; nor does the source say who its parties are. */
export const hisingsBacka2026: StoryCollaboration = {
  slug: 'hisings-backa-2026-2028',
  kind: 'citizen_promise',
  name: 'Medborgarlöfte Hisings Backa 2026–2028',
  purpose:
    'Arbetet för ett tryggare Hisings Backa går vidare med två nya fokusområden: förskola och sysselsättning. Fler parter ska vara med, och fler dellöften ska vara konkreta, så att de blir tydligare och lättare att följa upp.',
  lifecycle: 'preparing',
  period: { from: '2026-01-01', to: '2028-12-31', precision: 'year' },
  authority: 'socialforvaltningen-hisingen',
  mainArea: 'hisings-backa',
  predecessor: 'hisings-backa-2024-2025',
  contact: { function: 'Samordnare för medborgarlöftet', mail: 'medborgarloftet@hisings-backa.example' },
  reach: 'public',
  invented: false,
  source: 'Uppföljning medborgarlöfte Hisings Backa 2024–2025',
  parties: [],
  statedTotals: [],
  objectives: [
    ...focusAreas,
    {
      key: 'forskola',
      kind: 'focus_area',
      title: 'Förskola',
      text: 'Barnens utbildning börjar i förskolan.'
    },
    {
      key: 'sysselsattning',
      kind: 'focus_area',
      title: 'Sysselsättning',
      text: 'När fler får möjlighet till sysselsättning stärks barn, unga och vuxna i området.'
    }
  ],
  commitments: [],
  rounds: [],
  documents: [],
  publications: []
}
