import type { Degree } from '#server/platform/db/schema.ts'
import type { Id } from '#server/platform/db/ids.ts'
import type { Sum } from '../carrying-over/carrying-over.ts'
import type { SumQualifier } from '../figures/summing.ts'
import type { Totals } from '../reports/houses.ts'
import type {
  Named,
  Stated,
  FrozenStreet,
  FrozenFigure,
  Deed,
  NotCarriedOut,
  Successor,
  Moved,
  FrozenDocument,
  Completed,
  GoingOn,
  Within,
  Said,
  OwnSaid,
  PartySaid,
  Assessed,
  FrozenLine,
  FrozenSum,
  Carried,
  Decided,
  FrozenAnnex,
  EarlierEdition
} from './frozen.ts'

export type Facts =
  | { kind: 'prose'; prose: string | null }
  | { kind: 'totals'; facts: TotalsFacts }
  | { kind: 'quarter'; facts: { streets: FrozenStreet[]; followedUp: boolean } }
  | { kind: 'aims'; facts: { objectives: { title: string; aims: string[] }[] } }
  | { kind: 'deeds'; facts: DeedsFacts }
  | { kind: 'together'; facts: { deeds: (Deed & { told: number })[] } }
  | { kind: 'figures'; facts: FiguresFacts }
  | { kind: 'not_carried_out'; facts: { items: NotCarriedOut[] } }
  | { kind: 'beyond'; facts: BeyondFacts }
  | { kind: 'completion'; facts: CompletionFacts }
  | { kind: 'ongoing'; facts: OngoingFacts }
  | { kind: 'contribution' | 'learning'; facts: SaidFacts }
  | { kind: 'assessment'; facts: AssessmentFacts }
  | { kind: 'changes'; facts: ChangesFacts }
  | { kind: 'annexes'; facts: { annexes: FrozenAnnex[] } }
  | { kind: 'decisions'; facts: DecisionsFacts }
  | { kind: 'carried_over'; facts: CarriedFacts }
  | { kind: 'next_period'; facts: { successors: Successor[] } }
  | { kind: 'parties'; facts: PartiesFacts }
  | { kind: 'documents'; facts: { documents: FrozenDocument[] } }
/** Of one kind of block; `prose` has none. */
export type FactsOf<K extends Facts['kind']> = Facts extends infer F
  ? F extends { kind: infer Kinds; facts: infer Its }
    ? K extends Kinds
      ? Its
      : never
    : never
  : never
export type TotalsFacts = {
  /** Null until a round has been opened. */
  /** `waiting`, where any are: not answered in the round, whose due day has not passed. */
  computed: (Totals & { waiting?: number }) | null
  /** How many are told of in words. */
  described: number
  round: { name: string; from: string; to: string; due: string } | null
  /** Of what that round asked, by its answers only. */
  inRound?: true
  /** Only the sentence that the report opens with. */
  asOpening?: true
  stated: Stated[]
}
export type DeedsFacts = {
  groups: { title: string | null; deeds: Deed[] }[]
  /** Done too, and not told of here. */
  more: number
  /** A line each. */
  brief?: true
}
/** `said` is what parties did besides, where any was lifted out. */
export type BeyondFacts = { deeds: Deed[]; said?: PartySaid[]; brief?: true }
/** `areas`: the focus areas that it was told in, where the block tells of several; `places` where the deed was. */
type ListedFigure = FrozenFigure & {
  number: number
  title: string
  areas?: string[]
  places?: string[]
}
export type FiguresFacts = {
  /** Of the plan, where the block tells of several; editions of before this was told have none. */
  areas?: string[]
  sums: {
    unit: string
    soFar: boolean
    qualifier: SumQualifier
    value: number
    of: number
    areas?: string[]
  }[]
  listed: { unit: string; figures: ListedFigure[] }[]
}
export type PartiesFacts = {
  roles: { role: string; parties: (Named & { from: string | null; to: string | null })[] }[]
  /** Organisations named, each once. */
  named: number
  stated: Stated[]
  /** Who has come and gone in the period; editions of before this was told have none. */
  moves?: { from: string | null; to: string | null; joined: Moved[]; left: Moved[] }
}
export type CompletionFacts = {
  /** By focus area; null is what lies outside them. */
  rows: ({ title: string | null } & Completed)[]
  whole: Completed
  round: string | null
  /** By the answers of that round only. */
  inRound?: true
  /** Where no rounds are held the stage is all there is to count. */
  followedUp: boolean
}
export type OngoingFacts = {
  stages: 'now' | 'done' | 'all'
  groups: { title: string | null; items: GoingOn[] }[]
  within: Within[]
}
export type SaidFacts = {
  /** By focus area where all are told of. */
  groups: { title: string | null; said: Said[] }[]
  parties: PartySaid[]
  own: OwnSaid | null
}
export type AssessmentFacts = { assessments: Assessed[] }
/** Null where the earlier one did not tell of it, so that nothing can be compared. */
export type ChangesFacts = {
  since: EarlierEdition | null
  totals: { before: Totals; now: Totals } | null
  degrees:
    | {
        number: number
        title: string
        seed: Id
        before: Degree | null
        now: Degree | null
        ordinary: boolean
      }[]
    | null
  /** Promised since. */
  promised: FrozenLine[] | null
  /** Told of since. */
  deeds: FrozenLine[] | null
  joined: Named[] | null
  left: Named[] | null
  sums: { unit: string; soFar: boolean; before: FrozenSum | null; now: FrozenSum | null }[] | null
}
export type CarriedFacts = {
  /** Onward: what became of this period's. Before: what became of those of the period before, where this one begins. */
  direction: 'onward' | 'before'
  groups: { title: string | null; items: Carried[] }[]
  sum: Sum
}
export type DecisionsFacts = { decisions: Decided[] }
