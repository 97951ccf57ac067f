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
  Deed,
  Figures,
  FrozenStreet,
  Listed,
  Named,
  NotCarriedOut,
  Ongoing,
  Parties,
  PartySaid,
  Successor,
  Together,
  Totals
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
