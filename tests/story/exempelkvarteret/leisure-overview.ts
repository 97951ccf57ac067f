import type { StoryPublication } from '../types.ts'

const objective = 'fritid'

/** "Vad har vi gjort? Vad är på gång?", of one focus area, for those who live there. */
export const leisureOverview: StoryPublication = {
  slug: 'fritid-i-exempelkvarteret',
  template: 'local_overview',
  title: 'Fritid i Exempelkvarteret: vad är på gång?',
  published: '2026-10-09',
  blocks: [
    {
      kind: 'prose',
      part: 'introduction',
      text: 'I Exempelkvarteret ska alla barn och unga ha något att göra som de tycker om, också den som inte har råd att betala. Här berättar vi vad som har hänt sedan i januari, och vad du kan vara med på i höst.'
    },
    { kind: 'quarter', objective },
    {
      kind: 'deeds',
      heading: 'Vad har vi gjort?',
      objective,
      settings: { extent: 'highlights' }
    },
    { kind: 'ongoing', heading: 'Vad är på gång?', objective },
    { kind: 'learning', heading: 'Det här har vi lärt oss', objective },
    {
      kind: 'prose',
      part: 'reflections',
      text: 'Det är lättare att börja än att hålla i. Kvällarna som har en egen ledare har fortsatt hela året. De som har legat på någon som redan har mycket att göra har blivit färre.'
    },
    { kind: 'parties' }
  ]
}
