import type { Degree, HouseFacts } from '#ui/charts/house.ts'
import type { Qualifier } from '#ui/formats/figures.ts'
import type { Period } from '#ui/formats/periods.ts'
import type { PerLanguage } from '#ui/words/nouns.ts'

/** What blocks tell: the same shapes as the server's, and of each as much as is shown. */

export type Named = { slug: string; name: string }
export type Stated = {
  subject: string
  qualifier: Qualifier
  value: number | null
  words: string | null
  source: string
}
export type Totals = {
  computed: {
    carriedOut: number
    begun: number
    unanswered: number
    waiting?: number
    of: number
  } | null
  described: number
  round: { name: string; from: string; to: string } | null
  inRound?: true
  asOpening?: true
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
  beyond?: true
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
  /** Of the plan, where the block tells of several; editions of before this was told have none. */
  areas?: string[]
  sums: { unit: string; soFar: boolean; qualifier: Qualifier; value: number; of: number; areas?: string[] }[]
  listed: {
    unit: string
    figures: (FrozenFigure & { number: number; title: string; areas?: string[]; places?: string[] })[]
  }[]
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

export type Completed = {
  of: number
  carriedOut: number
  begun: number
  notDone: number
  unanswered: number
  waiting: number
}
export type Completion = {
  rows: ({ title: string | null } & Completed)[]
  whole: Completed
  round: string | null
  inRound?: true
  followedUp: boolean
}

export type Tie = {
  kind: 'continues' | 'spun_off' | 'merged_into'
  direction: 'from' | 'into'
  number: number
  title: string
  collaboration: Named | null
}
export type GoingOn = {
  number: number
  title: string
  stage: string
  period: Period
  lead: string | null
  parties: string[]
  initiators: string[]
  labels: string[]
  also: string[]
  carriedBy: Named | null
  ties: Tie[]
}
export type Within = Named & {
  words: Record<'name' | 'commitment' | 'objective', PerLanguage>
  lifecycle: string
  purpose: string | null
  period: Period
}
export type Ongoing = {
  stages: 'now' | 'done' | 'all'
  groups: { title: string | null; items: GoingOn[] }[]
  within: Within[]
}

export type Together = { deeds: (Deed & { told: number })[] }

export type Said = { number: number; title: string; lead: string | null; text: string }
export type PartySaid = { organisation: string; title: string | null; text: string }
export type AllSaid = {
  groups: { title: string | null; said: Said[] }[]
  parties: PartySaid[]
  own: {
    label: string
    type: string
    said: Said[]
    counts: { answer: string; count: number }[]
    parties: PartySaid[]
  } | null
}

export type Assessed = {
  objective: string | null
  from: string
  to: string
  worked: string | null
  challenges: string | null
  contribution: string | null
  madeBy: string | null
}

type Line = { number: number; title: string; lead: string | null }
type Sum = { qualifier: Qualifier; value: number }
type Counted = { carriedOut: number; begun: number; unanswered: number; of: number }
export type Changes = {
  since: { kind: 'edition' | 'report'; slug: string; title: string; number: number; day: string } | null
  totals: { before: Counted; now: Counted } | null
  degrees:
    { number: number; title: string; before: Degree | null; now: Degree | null; ordinary: boolean }[] | null
  promised: Line[] | null
  deeds: Line[] | null
  joined: Named[] | null
  left: Named[] | null
  sums: { unit: string; soFar: boolean; before: Sum | null; now: Sum | null }[] | null
}

export type FrozenFile = { id: string; name: string; type: string; size: number }
export type Annexed = {
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
  file: FrozenFile | null
  publication: Named | null
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
  edition: { number: number; title: string } | null
}

export type Fate = 'continue' | 'change' | 'make_concrete' | 'end'
export type Carried = {
  fate: Fate
  reason: string | null
  number: number
  title: string
  degree: Degree | null
  lead: string | null
  collaboration: Named
  later: { number: number; title: string; collaboration: Named } | null
}
export type AllCarried = {
  direction: 'onward' | 'before'
  groups: { title: string | null; items: Carried[] }[]
  sum: Record<Fate, number>
}
