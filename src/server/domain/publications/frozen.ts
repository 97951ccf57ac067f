import type { Id } from '#server/platform/db/ids.ts'
import type { Degree, PeriodPrecision, Qualifier } from '#server/platform/db/schema.ts'
import type { Fate } from '../carrying-over/carrying-over.ts'
import type { SumQualifier } from '../figures/summing.ts'
import type { KindWords } from '../kinds/kinds.ts'
import type { Question } from '../rounds/questions.ts'

// The things that the facts of a report are told in, as they were when it was frozen.

export type Named = { slug: string; name: string }
export type Period = { from: string | null; to: string | null; precision: PeriodPrecision }
export type Stated = {
  subject: string
  qualifier: Qualifier
  value: number | null
  words: string | null
  source: string
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
  /** What came along the way; editions of before it was told apart have none. */
  beyond?: true
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
export type NotCarriedOut = Pick<Deed, 'number' | 'title' | 'lead' | 'seed'> & {
  reason: string | null
  discontinued: boolean
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
export type Moved = Named & { from: string | null; to: string | null }
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
/** How the base of "n av m" divides: each commitment is in exactly one of the others. */
export type Completed = {
  of: number
  carriedOut: number
  begun: number
  /** Not begun, or not carried out. */
  notDone: number
  unanswered: number
  /** Not due yet, or answered and not read yet. */
  waiting: number
}
/** What one commitment goes on from, or goes on in: "Backa i Fokus, nu i ordinarie verksamhet". */
export type Tie = {
  kind: 'continues' | 'spun_off' | 'merged_into'
  direction: 'from' | 'into'
  number: number
  title: string
  /** Null within the same collaboration. */
  collaboration: Named | null
}
export type GoingOn = {
  number: number
  title: string
  seed: Id
  stage: string
  period: Period
  lead: string | null
  parties: string[]
  initiators: string[]
  labels: string[]
  /** Other focus areas it also serves ("även fokus 2"). */
  also: string[]
  carriedBy: Named | null
  ties: Tie[]
}
/** A collaboration within this one: a theme group with its guiding question. */
export type Within = Named & { words: KindWords; lifecycle: string; purpose: string | null; period: Period }
export type Said = { number: number; title: string; lead: string | null; text: string }
/** What was answered to one of the rounds' own questions: in words, or how many chose what. */
export type OwnSaid = {
  label: string
  type: Question['type']
  said: Said[]
  counts: { answer: string; count: number }[]
  parties: PartySaid[]
}
/** As a report tells it. */
export type PartySaid = { organisation: string; title: string | null; text: string }
/** "Samlad bedömning": what worked, what lies ahead, what it gave; of the whole where there is no objective. */
export type Assessed = {
  objective: string | null
  from: string
  to: string
  worked: string | null
  challenges: string | null
  contribution: string | null
  madeBy: string | null
}
/** A commitment in one line. */
export type FrozenLine = { number: number; title: string; lead: string | null }
export type FrozenSum = { qualifier: SumQualifier; value: number }
export type Carried = {
  fate: Fate
  reason: string | null
  number: number
  title: string
  seed: Id
  degree: Degree | null
  lead: string | null
  collaboration: Named
  /** Where it goes on; null where it ended. */
  later: { number: number; title: string; collaboration: Named } | null
}
export type Decided = {
  kind: string
  body: string | null
  day: string | null
  section: string | null
  caseNumber: string | null
  wording: string | null
  adjusted: string | null
  posted: string | null
  sentTo: string | null
  /** The edition it is about, without a title where it is withdrawn; null where it is about the collaboration. */
  edition: { number: number; title: string } | null
}
/** Numbered in their order: "Bilaga 1". */
export type FrozenAnnex = {
  title: string
  url: string | null
  document: {
    id: string
    kind: string | null
    year: number | null
    day: string | null
    caseNumber: string | null
    note: string | null
  } | null
  file: { id: string; name: string; type: string; size: number } | null
  publication: Named | null
}
/** An edition that has been read before, for a report to say what has changed since. */
export type EarlierEdition = {
  kind: 'edition' | 'report'
  slug: string
  title: string
  number: number
  day: string
}
