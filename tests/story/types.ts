import type { SettingName } from '#server/domain/publications/settings.ts'
import type { BlockKind, Part } from '#server/domain/publications/blocks/kinds.ts'
import type { Template } from '#server/domain/publications/templates.ts'
import type { usualKinds } from '#server/domain/kinds/usual.ts'

/** The shapes of the known world. Keys (`slug`, `ref`) are how its parts name one another. */

/** Days are ISO dates (`2024-02-27`), both ends inclusive. */
export type Period = {
  from: string | null
  to: string | null
  precision: 'day' | 'month' | 'season' | 'term' | 'year'
}
export type Reach = 'public' | 'parties' | 'own'
export type Qualifier = 'exactly' | 'about' | 'at_least' | 'over' | 'at_most' | 'on_average' | 'words'
export type Degree = 'not_begun' | 'begun' | 'partly' | 'mostly' | 'fully' | 'unstated' | 'not_carried_out'
export type Stage =
  'proposed' | 'agreed' | 'ongoing' | 'completed' | 'in_ordinary_operations' | 'discontinued'
export type Contact = { function: string; mail?: string; phone?: string }

export type StoryArea = {
  slug: string
  name: string
  kind: 'region' | 'municipality' | 'district' | 'neighbourhood' | 'place'
  /** Slugs of the areas it lies in, each by one division (`administrative`, `police`, `primary_area`, …). */
  parents: { slug: string; division: string }[]
  aliases?: string[]
  codes?: { division: string; version: string; code: string }[]
  /** A GeoJSON Polygon or MultiPolygon, WGS 84. */
  boundary?: { type: 'Polygon' | 'MultiPolygon'; coordinates: unknown }
  period?: Period
  /** The area that took its place when the division was redrawn. */
  successor?: string
  contact?: Contact
  classifications?: {
    by: string
    scheme: string
    level: string
    period: Period
    aimToLeave: boolean
    source: string
  }[]
}
export type StoryOrganisation = {
  slug: string
  name: string
  kind:
    | 'municipal_department'
    | 'municipal_unit'
    | 'police'
    | 'region'
    | 'housing_company'
    | 'association'
    | 'congregation'
    | 'business'
    | 'school'
    | 'residents_group'
    | 'other'
  parent?: string
  aliases?: string[]
  successor?: string
  period?: Period
  contact?: Contact
}
export type StoryPerson = {
  ref: string
  /** A role, never a person's name: `Samordnare, Hisings Backa`. */
  name: string
  /** Under `.example`. */
  mail: string
  position?: string
  organisations: string[]
  grants: (
    | { role: 'administrator' | 'coordinator' | 'reader'; scope: 'installation' }
    | { role: 'coordinator' | 'reader'; scope: 'area' | 'collaboration'; of: string }
    | { role: 'representative'; scope: 'organisation'; of: string }
  )[]
}
export type StoryFigure = {
  /** Absent only with `qualifier: 'words'`, where `words` says it ("flera hundra"). */
  value?: number
  words?: string
  qualifier: Qualifier
  /** What was counted, in Swedish, lower case: `mellanmål`. */
  unit: string
  /** How figures of this unit may be put together. */
  rule: 'sum' | 'highest' | 'latest' | 'never'
  scope: 'this_period' | 'so_far'
}
export type StoryPhoto = { picture: string; alt: string }
export type StoryReport = {
  degree: Degree
  reason?: string
  done?: string
  contributed?: string
  learnt?: string
  publishable: boolean
  noChange?: boolean
  figures?: StoryFigure[]
  /** Drawings in pictures/, and what each shows for whoever does not see it. */
  photos?: StoryPhoto[]
  /** What the coordinator did with it; `submitted` waits. A `draft` is begun and not sent in. */
  state: 'draft' | 'submitted' | 'returned' | 'accepted'
  reviewNote?: string
  publicWording?: string
  /** Chosen for the compiled report. */
  highlight?: boolean
}
export type StoryCommitment = {
  number: number
  title: string
  /** The promise in its agreed words, where it has any. */
  wording?: string
  /** Slug of the organisation that answers, or null where it is carried jointly and `answerer` answers. */
  lead: string | null
  answerer?: string
  coActors?: string[]
  initiators?: string[]
  funders?: string[]
  responsible?: string
  /** Keys of objectives; the first is the main one. */
  objectives: string[]
  areas: string[]
  targetGroup?: string
  period?: Period
  stage: Stage
  stageReason?: string
  labels?: string[]
  onTheWay?: boolean
  /** The day it was agreed (or proposed, where it is not yet); absent: from the start. A round asks only of what was agreed when it opened. */
  agreed?: string
  targets?: {
    qualifier: 'at_least' | 'on_average' | 'aims_for'
    value: number
    unit: string
    per: 'week' | 'month' | 'quarter' | 'year' | 'period'
    alternatives?: string[]
  }[]
  continues?: { collaboration: string; number: number }
  reach?: Reach
  /** What is said of it per round, by the round's `ref`. */
  reports?: Record<string, StoryReport>
}
export type StoryObjective = {
  key: string
  parent?: string
  kind: 'focus_area' | 'strategy' | 'goal' | 'aim' | 'perspective'
  title: string
  text?: string
}
export type StoryRound = {
  ref: string
  name: string
  period: Period
  /** The last day to answer. */
  due: string
  opened: string
  /** Absent while it is open. */
  closed?: string
  responders: { organisation: string; name: string; mail: string }[]
  /** What parties say for themselves, once; absent where the round does not ask. */
  ofParties?: StoryPartyAnswer[]
}
/** One that is prepared and not opened: nobody has been told. */
export type StoryPlannedRound = Pick<StoryRound, 'name' | 'period' | 'due'> & { prepared: string }
export type StoryPartyAnswer = {
  organisation: string
  gave?: string
  next?: string
  beyond?: string
  state: 'submitted' | 'accepted'
}
export type StoryBlock = {
  kind: BlockKind
  heading?: string
  /** What prose says. */
  text?: string
  /** What prose is for, where it has no heading of its own. */
  part?: Part
  /** The key of the objective it is about. */
  objective?: string
  settings?: { [N in SettingName]?: string }
}
/** What somebody who reads a draft says of it, and the word they got back. */
export type StoryComment = {
  day: string
  kind: 'comment' | 'objection'
  /** The place of the block among the publication's, from 0; absent: of the whole. */
  block?: number
  /** What its section was called. */
  about?: string
  text: string
  instead?: string
  settled?: { day: string; answer: string }
}
/** Those who have been asked to read a draft before it is decided. */
export type StoryReading = {
  asked: string
  due: string
  words: string
  readers: {
    /** A role, never a person's name. */
    name: string
    mail: string
    /** The party they read for. */
    organisation?: string
    says?: StoryComment[]
    /** The day they said that they have nothing against it. */
    approved?: string
  }[]
}
/** A document by its title, another publication by its slug, or an address. */
export type StoryAnnex = { title?: string; document?: string; publication?: string; url?: string }
export type StoryDecision = {
  kind?: 'proposal' | 'decision'
  body: string
  wording: string
  day?: string
  section?: string
  caseNumber?: string
  adjusted?: string
  posted?: string
  sentTo?: string
}
export type StoryPublication = {
  slug: string
  template: Template
  title: string
  blocks: StoryBlock[]
  annexes?: StoryAnnex[]
  /** Of its edition, in their order. */
  decisions?: StoryDecision[]
  published: string | null
  /** Of a draft. */
  reading?: StoryReading
}
export type StoryCollaboration = {
  slug: string
  kind: string
  name: string
  purpose?: string
  guidelines?: string
  principles?: string
  lifecycle: 'preparing' | 'active' | 'in_ordinary_operations' | 'ended'
  period: Period
  authority: string
  mainArea: string
  otherAreas?: string[]
  predecessor?: string
  /** Those it is a part of, told before it. */
  parents?: string[]
  contact?: Contact
  reach: Reach
  /** Made up to show how things work; its pages say so. */
  invented: boolean
  source?: string
  parties: {
    organisation: string
    role: 'maker' | 'party' | 'participant' | 'convener' | 'funder' | 'reference'
    period?: Period
    note?: string
  }[]
  statedTotals: {
    of: 'commitments' | 'completed' | 'parties' | 'participants' | 'activities'
    qualifier: Qualifier
    value?: number
    words?: string
    source: string
  }[]
  objectives: StoryObjective[]
  commitments: StoryCommitment[]
  rounds: StoryRound[]
  planned?: StoryPlannedRound
  decisions?: StoryDecision[]
  documents: {
    title: string
    kind?: string
    year: number
    day?: string
    caseNumber?: string
    url?: string
    note?: string
    reach: Reach
  }[]
  publications: StoryPublication[]
}
/** What a coordinator chose for one commitment of the period that was. */
export type StoryChoice = {
  /** Its number there. */
  of: number
  choice: 'continue' | 'change' | 'make_concrete' | 'end' | 'ask'
  reason?: string
  title?: string
  wording?: string
  targetGroup?: string
  day?: string
  target?: { value: number; unit: string }
}
/** From one collaboration into the one that goes on: what has been carried over, and what is chosen and waits. */
export type StoryCarryOver = { from: string; to: string; carried: StoryChoice[]; waiting: StoryChoice[] }
export type StoryWorld = {
  /** The day the story stands at; open rounds are due after it. */
  today: string
  kinds: typeof usualKinds
  areas: StoryArea[]
  organisations: StoryOrganisation[]
  persons: StoryPerson[]
  collaborations: StoryCollaboration[]
  carriedOver: StoryCarryOver[]
}
