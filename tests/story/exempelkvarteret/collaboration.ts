import type { StoryCollaboration } from '../types.ts'
import { objectives } from './objectives.ts'

export const exempelkvarteret: StoryCollaboration = {
  slug: 'exempelkvarteret',
  kind: 'citizen_promise',
  name: 'Medborgarlöfte Exempelkvarteret',
  purpose:
    'Tolv parter lovar att göra Exempelkvarteret tryggare, roligare och mer välkomnande. Varje part säger vad den ska göra, var och när, och berättar varje halvår hur det gick.',
  lifecycle: 'active',
  period: { from: '2026-01-01', to: '2027-12-31', precision: 'year' },
  authority: 'exempelstadens-socialforvaltning',
  mainArea: 'exempelkvarteret',
  contact: { function: 'Samordnare för Exempelkvarteret', mail: 'samordnare@exempelstaden.example' },
  reach: 'public',
  invented: true,
  parties: [],
  statedTotals: [],
  objectives,
  commitments: [],
  rounds: [],
  documents: [],
  publications: []
}
