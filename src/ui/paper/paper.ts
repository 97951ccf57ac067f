import type { Period } from '#ui/formats/periods.ts'
import type { Gender, HouseFacts, Street } from '#ui/charts/house.ts'

/**
 * A report as it reads: one tree, that its page, its PDF and its Word file are made of. So the same words and figures stand in
 * all three. Words are in the reader's language, except what people wrote: there `language` is that of the report.
 */
export type Paper = {
  title: string
  /** Of what people wrote in it. */
  language: string
  /** What it is about, said above the title: "Tillsammans för ett tryggare område". */
  about: string
  period: Period
  /** Its name alone, for what a file says of itself. */
  publisher: string
  /** When its facts were frozen, or gathered for a draft: the day its files say they were made, whenever they are. */
  day: string
  /** The sentence it opens with, where there is one: "Ungefär 90 av över hundra dellöften är genomförda." */
  opening: Inline[] | null
  /** Made up to show how things work. */
  invented: string | null
  /** Facts about it, in the order they are read: who published it, when its facts were frozen, whom to ask. */
  facts: Inline[][]
  sections: PaperSection[]
  /** Where its facts come from, and what it is known by: last in all three. */
  colophon: Inline[][]
}
export type PaperSection = {
  /** The block's id. */
  id: string
  anchor: string
  /** Null where the section begins without one. */
  heading: Inline[] | null
  /** Of the heading; those within it are deeper. The paper's title is alone on level 1. */
  level: 2 | 3
  /** Stands in larger type: what the report begins with. */
  lead: boolean
  nodes: Node[]
}

/** Running text. `foreign` is what people wrote, where the page is in another language than they did. */
export type Inline =
  | { type: 'text'; value: string; foreign?: true }
  | { type: 'strong'; children: Inline[] }
  | { type: 'emphasis'; children: Inline[] }
  | { type: 'code'; value: string }
  /** An address of this installation begins with a slash. */
  | { type: 'link'; url: string; children: Inline[] }
  | { type: 'break' }
  /** A word set apart: "Nytt". */
  | { type: 'mark'; children: Inline[] }
  /** Said besides, smaller and softer, after what it belongs to. */
  | { type: 'aside'; children: Inline[] }

/** How a paragraph or a list is set: what is said besides, in smaller or softer type. */
export type Tone = 'soft' | 'small' | 'lead'

export type Node =
  | { type: 'heading'; level: 3 | 4 | 5 | 6; children: Inline[] }
  | { type: 'paragraph'; children: Inline[]; tone?: Tone }
  /** An item begins with a paragraph, and may hold lists. */
  | { type: 'list'; start: number | null; items: Node[][]; look?: 'bullets' | 'lines' | 'names' }
  | { type: 'quote'; children: Node[] }
  | { type: 'code'; value: string }
  | { type: 'rule' }
  /** `numbers` are the columns set to the right. */
  | { type: 'table'; caption: Inline[]; head: Inline[][]; rows: Inline[][][]; numbers: number[] }
  /** Two things told beside each other, never mixed: what is stated and what is counted. */
  | { type: 'terms'; items: { term: Inline[]; children: Node[] }[] }
  /** Large figures, each with what it counts. */
  | { type: 'figures'; figures: { number: Inline[]; of: Inline[]; url?: string }[] }
  | { type: 'deeds'; level: 3 | 4 | 5; deeds: PaperDeed[] }
  /** The promise as a quarter of houses, and per street a table that says the same in words. */
  | { type: 'quarter'; level: 3 | 4; streets: Street[]; gender: Gender; tables: TableNode[] }
  | { type: 'picture'; photo: PaperPhoto }
export type TableNode = Extract<Node, { type: 'table' }>

/** What one or several did, told: the house that it lit, who did it, the figures. */
export type PaperDeed = {
  title: Inline[]
  url: string | null
  text: Node[]
  /** "Mamma United med fem parter · Backa" */
  by: Inline[]
  house: (HouseFacts & { seed: string }) | null
  /** The house in words: "Till största delen genomfört". */
  extent: string | null
  /** Each as one phrase: "över 4 300 mellanmål". */
  figures: Inline[][]
  photos: PaperPhoto[]
}
/** `src` is its address; its bytes are the attachment's. */
export type PaperPhoto = {
  id: string
  src: string
  alt: string
  width: number
  height: number
  foreign?: true
}

/** The level of headings within a section. */
export type Below = 3 | 4
