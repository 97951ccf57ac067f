import type { Id } from '#server/platform/db/ids.ts'
import type { Degree, PeriodPrecision, Qualifier } from '#server/platform/db/schema.ts'
import type { SumQualifier } from '../figures/summing.ts'
import type { Totals } from '../reports/houses.ts'
import type { FrozenAnnex } from './live/annexes.ts'
import type { AssessmentFacts } from './live/assessments.ts'
import type { CarriedFacts } from './live/carried.ts'
import type { ChangesFacts } from './live/changes.ts'
import type { CompletionFacts } from './live/completion.ts'
import type { DecisionsFacts } from './live/decisions.ts'
import type { OngoingFacts } from './live/going-on.ts'
import type { SaidFacts } from './live/said.ts'
import type { PartySaid } from './live/said-by-parties.ts'

export type Named = { slug: string; name: string }
export type Period = { from: string | null; to: string | null; precision: PeriodPrecision }
export type Stated = {
  subject: string
  qualifier: Qualifier
  value: number | null
  words: string | null
  source: string
}

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
  stated: Stated[]
}
export type FrozenHouse = {
  number: number
  title: string
  degree: Degree | null
  state: 'reported' | 'not_asked' | 'not_due' | 'no_answer'
  ordinary: boolean
  stage: string
  /** Gives the roof: the same commitment has the same house everywhere. */
  seed: Id
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
/** Its bytes are a file that never changes, reached by the attachment's id. */
export type FrozenPhoto = { id: Id; alt: string; width: number; height: number }
export type Deed = {
  number: number
  title: string
  seed: Id
  degree: Degree | null
  ordinary: boolean
  highlight: boolean
  /** The public wording, else the partner's own words. */
  text: string | null
  contributed: string | null
  lead: string | null
  parties: string[]
  places: string[]
  figures: FrozenFigure[]
  /** Left out where there is none. */
  photos?: FrozenPhoto[]
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
export type NotCarriedOut = Pick<Deed, 'number' | 'title' | 'lead' | 'seed'> & {
  reason: string | null
  discontinued: boolean
}
export type FiguresFacts = {
  sums: { unit: string; soFar: boolean; qualifier: SumQualifier; value: number; of: number }[]
  listed: { unit: string; figures: (FrozenFigure & { number: number; title: string })[] }[]
}
export type Successor = Named & {
  period: Period
  lifecycle: string
  purpose: string | null
  commitments: number
  objectives: { title: string; description: string | null; isNew: boolean }[]
  /** Objectives of this period that it doesn't go on with. */
  ended: string[]
}
export type PartiesFacts = {
  roles: { role: string; parties: (Named & { from: string | null; to: string | null })[] }[]
  /** Organisations named, each once. */
  named: number
  stated: Stated[]
  /** Who has come and gone in the period; editions of before this was told have none. */
  moves?: { from: string | null; to: string | null; joined: Moved[]; left: Moved[] }
}
type Moved = Named & { from: string | null; to: string | null }
export type FrozenFile = { id: Id; name: string; type: string; size: number }
export type FrozenDocument = {
  /** Absent in editions of before documents had files. */
  id?: Id
  file?: FrozenFile | null
  title: string
  kind: string | null
  year: number | null
  day: string | null
  caseNumber: string | null
  url: string | null
  note: string | null
}
