import type { Degree, HouseFacts } from '#ui/charts/house.ts'
import type { Qualifier } from '#ui/formats/figures.ts'
import type { Period } from '#ui/formats/periods.ts'
import type { Noun } from '#ui/formats/totals.ts'
import { address } from '#ui/words/addresses.ts'
import { foreign } from '#ui/words/foreign.ts'
import { getLocale } from '#ui/words/locale.ts'
import { nounIn, type PerLanguage } from '#ui/words/nouns.ts'
import type {
  AllCarried,
  AllSaid,
  Annexed,
  Assessed,
  Changes,
  Completion,
  Decided,
  FrozenFile,
  Ongoing,
  PartySaid,
  Together
} from './facts.ts'

/** What a report's page is made of: facts as they were, nothing to be looked up. */
export type Report = {
  title: string
  language: string
  frozen: { day: string }
  publisher: Named
  collaboration: Named & {
    words: Record<'name' | 'commitment' | 'objective', PerLanguage>
    period: Period
    area: Named
    contact: { function: string | null; mail: string | null; phone: string | null }
    invented: boolean
    source: string | null
  }
  blocks: Block[]
}
export type Named = { slug: string; name: string }
export type Stated = {
  subject: string
  qualifier: Qualifier
  value: number | null
  words: string | null
  source: string
}
export type Totals = {
  computed: { carriedOut: number; begun: number; unanswered: number; of: number } | null
  described: number
  round: { name: string; from: string; to: string } | null
  inRound?: true
  stated: Stated[]
}
export type FrozenHouse = Omit<HouseFacts, 'stage'> & {
  number: number
  title: string
  stage: string
  seed: string
}
export type FrozenStreet = {
  title: string | null
  text: string | null
  lit: number
  of: number
  houses: FrozenHouse[]
}
export type FrozenFigure = {
  qualifier: Qualifier
  value: number | null
  words: string | null
  unit: string
  soFar: boolean
}
export type Deed = {
  number: number
  title: string
  seed: string
  degree: Degree | null
  ordinary: boolean
  text: string | null
  contributed: string | null
  lead: string | null
  parties: string[]
  places: string[]
  figures: FrozenFigure[]
  photos?: { id: string; alt: string; width: number; height: number }[]
}
export type NotCarriedOut = {
  number: number
  title: string
  seed: string
  lead: string | null
  reason: string | null
  discontinued: boolean
}
export type Figures = {
  sums: { unit: string; soFar: boolean; qualifier: Qualifier; value: number; of: number }[]
  listed: { unit: string; figures: (FrozenFigure & { number: number; title: string })[] }[]
}
export type Successor = Named & {
  period: Period
  lifecycle: string
  purpose: string | null
  commitments: number
  objectives: { title: string; description: string | null; isNew: boolean }[]
  ended: string[]
}
export type Parties = {
  roles: { role: string; parties: (Named & { from: string | null; to: string | null })[] }[]
  named: number
  stated: Stated[]
  moves?: { from: string | null; to: string | null; joined: Moved[]; left: Moved[] }
}
type Moved = Named & { from: string | null; to: string | null }
export type Listed = {
  title: string
  kind: string | null
  year: number | null
  day: string | null
  caseNumber: string | null
  url: string | null
  note: string | null
  /** Absent in editions of before documents had files. */
  id?: string
  file?: FrozenFile | null
}
export type Facts =
  | { kind: 'prose'; prose: string | null }
  | { kind: 'totals'; facts: Totals }
  | { kind: 'quarter'; facts: { streets: FrozenStreet[]; followedUp: boolean } }
  | { kind: 'aims'; facts: { objectives: { title: string; aims: string[] }[] } }
  | {
      kind: 'deeds'
      facts: { groups: { title: string | null; deeds: Deed[] }[]; more: number; brief?: true }
    }
  | { kind: 'together'; facts: Together }
  | { kind: 'completion'; facts: Completion }
  | { kind: 'ongoing'; facts: Ongoing }
  | { kind: 'contribution'; facts: AllSaid }
  | { kind: 'learning'; facts: AllSaid }
  | { kind: 'assessment'; facts: { assessments: Assessed[] } }
  | { kind: 'changes'; facts: Changes }
  | { kind: 'annexes'; facts: { annexes: Annexed[] } }
  | { kind: 'decisions'; facts: { decisions: Decided[] } }
  | { kind: 'carried_over'; facts: AllCarried }
  | { kind: 'figures'; facts: Figures }
  | { kind: 'not_carried_out'; facts: { items: NotCarriedOut[] } }
  | { kind: 'beyond'; facts: { deeds: Deed[]; said?: PartySaid[]; brief?: true } }
  | { kind: 'next_period'; facts: { successors: Successor[] } }
  | { kind: 'parties'; facts: Parties }
  | { kind: 'documents'; facts: { documents: Listed[] } }
export type Part =
  | 'introduction'
  | 'promise'
  | 'focus_area'
  | 'closing'
  | 'summary'
  | 'proposal_for_decision'
  | 'background'
  | 'reflections'
  | 'ahead'
export type Block = {
  id: string
  heading: string | null
  part: Part | null
  focusArea: string | null
} & Facts
export type BlockOf<K extends Facts['kind']> = Extract<Block, { kind: K }>

export const nounOf = (report: Report): Noun => nounIn(report.collaboration.words.commitment)

/** The report's own language, where it is not the reader's. */
export const langOf = ({ language }: Pick<Report, 'language'>): string | undefined => foreign(language)

export const hrefOf = (report: Report, number: number): string =>
  address(getLocale(), 'collaborations', report.collaboration.slug, 'commitments', number)
