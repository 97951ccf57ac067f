import { over } from '../figure.ts'
import type { StoryCommitment } from '../types.ts'
import { jointly, told } from './told.ts'

/** What the closing words lift out besides the promises. Focus areas are the nearest ones: the text names none. */
export const beyond: StoryCommitment[] = [
  {
    number: 46,
    title: 'Secondhandbutiken RE:BACKA',
    wording: 'Driva en secondhandbutik som ger föreningarna pengar till sin verksamhet.',
    ...jointly,
    coActors: [
      'backatorp-if',
      'backa-sharks',
      'house-of-possibilities',
      'hisingsbacka-fc',
      'bostadsbolaget',
      'goteborgslokaler'
    ],
    objectives: ['fritid'],
    areas: ['hisings-backa'],
    stage: 'completed',
    onTheWay: true,
    reports: told(
      'Backatorp IF, Backa Sharks, House of Possibilities och HisingsBacka FC driver butiken ihop. Bostadsbolaget och GöteborgsLokaler kom med genom löftet och har varit aktiva i frågan om lokaler.',
      [],
      { contributed: 'Butiken ger föreningarna ett sätt att finansiera sin verksamhet.' }
    )
  },
  {
    number: 47,
    title: 'Trygghetsveckan',
    wording: 'Ordna en gemensam trygghetsvecka i Hisings Backa.',
    ...jointly,
    objectives: ['lokalomrade'],
    areas: ['hisings-backa'],
    period: { from: '2025-09-01', to: '2025-09-30', precision: 'month' },
    stage: 'completed',
    onTheWay: true,
    reports: told(
      'I september 2025 ordnade över 40 aktörer och verksamheter över 60 aktiviteter. Många hjälpte också till genom att sprida information eller stötta dem som ordnade något.',
      [
        over(40, 'aktörer under Trygghetsveckan', 'highest'),
        over(60, 'aktiviteter under Trygghetsveckan', 'sum')
      ],
      { contributed: 'Aktiviteterna handlade på olika sätt om trygghet.' }
    )
  }
]
