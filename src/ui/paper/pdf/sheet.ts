/**
 * What the template (template/report.typ) walks: the paper with everything settled that depends on words, levels or colours.
 * All that is read aloud or in print stands in fields named `text` or `alt`, and nowhere else.
 */
export type Sheet = {
  /** What the file says of itself, beside its pages. */
  name: { text: string }
  author: { text: string }
  day: { year: number; month: number; day: number }
  language: string
  words: Words
  about: Line | null
  title: Line
  opening: Line | null
  invented: Line | null
  facts: Line[]
  /** The whole quarter at a glance, on the first page. */
  skyline: Drawing | null
  /** What has contents begins with a page for them. */
  hasContents: boolean
  /** Short enough to be set as one page, where it nearly is. */
  mayBeOnePage: boolean
  sections: SheetSection[]
  colophon: Line[]
  isColophonShort: boolean
}
export type Words = {
  contents: string
  page: { before: string; between: string; after: string }
  /** After the name of a table that goes on from the page before. */
  continued: string
}
export type SheetSection = {
  anchor: string | null
  heading: Line | null
  level: number
  lead: boolean
  pieces: Piece[]
}

/** A line or a paragraph; `dir` and `lang` where it is written from right to left. No word in one that is `undivided` is hyphenated, those in one that is `divided` are. */
export type Line = {
  runs: (Run | Linked)[]
  dir?: 'rtl'
  lang?: string
  undivided?: true
  divided?: true
}
export type Linked = { link: string; runs: Run[] }
export type Style = 'strong' | 'emphasis' | 'code' | 'mark' | 'aside'
export type Run = { text: string; styles?: Style[] } | { break: true }

/** Measured in points. `svg` is the name it is drawn under. */
export type Drawing = { svg: string; width: number; height: number; alt: string | null }
export type Photo = { photo: string; alt: string; width: number; height: number }

/** `holds`: goes to the next page with what follows, where that would stand alone. */
export type Piece = Told & { holds?: true }
type Told =
  | { kind: 'heading'; level: number; line: Line }
  | { kind: 'paragraph'; line: Line; tone: 'soft' | 'small' | 'lead' | null }
  | {
      kind: 'list'
      start: number | null
      look: 'bullets' | 'lines' | 'names'
      items: Piece[][]
      isShort: boolean
    }
  | { kind: 'quote'; pieces: Piece[] }
  | { kind: 'code'; lines: Line[] }
  | { kind: 'rule' }
  | Table
  | { kind: 'terms'; items: { term: Line; pieces: Piece[] }[] }
  | { kind: 'figures'; figures: { number: Line; of: Line; isShort: boolean }[]; isWhole: boolean }
  | { kind: 'deed'; level: number; deed: SheetDeed }
  | Quarter
  | { kind: 'photos'; photos: Photo[] }
export type Table = {
  kind: 'table'
  caption: Line | null
  /** What it is called where it goes on: its caption, else the heading it stands under. */
  name: Line | null
  /** Said of it in small type just below. */
  note: Line | null
  /** In a list or a quotation: set as what stands there is. */
  isWithin: boolean
  /** Never broken between pages. */
  isWhole: boolean
  /** Its last rows stand on one page. */
  endsTogether: boolean
  /** Without a share a column is as wide as it needs. */
  columns: { isNumber: boolean; share: number | null }[]
  head: Line[] | null
  isHeadShort: boolean
  rows: Line[][]
}
export type SheetDeed = {
  title: Line | null
  house: Drawing | null
  pieces: Piece[]
  by: Line | null
  figures: Line[]
  photos: Photo[]
  /** Short enough to stand whole on one page. */
  isShort: boolean
}
export type Quarter = {
  kind: 'quarter'
  note: Line | null
  legend: { house: Drawing; line: Line }[]
  /** Few enough streets to be seen on one page. */
  isShort: boolean
  /** So many streets stand beside each other. */
  across: number
  streets: SheetStreet[]
  tables: Piece[]
}
export type SheetStreet = {
  level: number
  title: Line | null
  lit: Line | null
  about: Line | null
  picture: Drawing | null
  /** Where the houses are too many to stand for themselves. */
  groups: { house: Drawing; line: Line }[]
}
