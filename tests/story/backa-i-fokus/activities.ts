import type { StoryCommitment } from '../types.ts'

const department = 'stadsdelsforvaltningen-norra-hisingen'

/** As they are named and numbered. Where a name says where, or with whom, that is told too; of words of their own there are none. */
const named: [title: string, more?: Partial<StoryCommitment>][] = [
  ['Arbetslivscentrum'],
  ['Attraktiv förskola'],
  ['BRÅ – Brottsförebyggande rådet'],
  ['Delta i aktuella planärenden'],
  ['Fritidsverksamhet för killar i Backa Röd', { areas: ['backa-rod'], targetGroup: 'Killar' }],
  ['Folkhälsoråd'],
  ['Folkhögskoleverksamhet'],
  ['Handlingsplaner och lokal överenskommelse med polisen', { coActors: ['polisen'] }],
  ['IDÉ-projektet, Kvinnogrupp Backa Röd', { areas: ['backa-rod'], targetGroup: 'Kvinnor' }],
  ['NOSAM – närområdessamverkan mellan stadsdelsförvaltning och närhälsa', { coActors: ['narhalsan'] }],
  ['Ny idrottshall'],
  ['Mötesplats Backa Röd', { areas: ['backa-rod'] }],
  ['Samverkan inom SSPF (skola, socialtjänst, polis, fritid)', { coActors: ['polisen'] }],
  ['Selma Center'],
  ['Selma Lagerlöfs torg – nu och i framtiden'],
  ['Skolan – demokratisk och kompensatorisk skola'],
  ['Stadsnära odling'],
  ['Trygghet, säkerhet och fysisk miljö'],
  ['Trygghetssamordning'],
  ['Ungdomssatsningen', { targetGroup: 'Ungdomar' }],
  ['Utveckla kulturhusen'],
  ['Utveckla Ung kultur'],
  ['Utveckla El Sistema'],
  ['Utveckla ungdomsråd', { targetGroup: 'Ungdomar' }],
  ['Utveckla stöd till föreningar'],
  ['Vuxenvandring']
]

export const activities: StoryCommitment[] = named.map(([title, more], place) => ({
  number: place + 1,
  title,
  lead: department,
  responsible: 'Linjeorganisationen',
  objectives: [],
  areas: ['hisings-backa'],
  stage: 'ongoing',
  ...more
}))
