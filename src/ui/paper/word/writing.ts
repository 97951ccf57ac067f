import { charactersReplaced, type Characters } from './characters.ts'
import type { PhotoBytes } from './photos.ts'
import { wordsFor, type Words } from './words.ts'
import { needsContents, signsIn } from '../contents.ts'
import type { Paper } from '../paper.ts'
import type { Look } from './looks.ts'

/** What a paper is written from besides its tree. */
export type Given = {
  /** This installation's address: its own links are whole in a file that is read elsewhere. */
  origin: string
  photos: ReadonlyMap<string, PhotoBytes>
}

/** What is known while one paper is written. */
export type Writing = Given & {
  words: Words
  look: Look
  /** Whether its contents say on which page. */
  hasPages: boolean
  characters: Characters
  /** Of its sections, by the link that leads to each. */
  bookmarks: ReadonlyMap<string, string>
  /** Drawings made into points, by their SVG: most houses look like another. */
  points: Map<string, Buffer>
  /** A list is numbered by itself. */
  nextList(): number
}

/** In signs, some sixty pages: to work out where each section stands in more takes longer than to write it. */
const longest = 70_000

export function beginWriting(paper: Paper, look: Look, given: Given): Writing {
  let lists = 0
  return {
    ...given,
    look,
    hasPages: needsContents(paper) && signsIn(paper) <= longest,
    words: wordsFor(paper),
    characters: charactersReplaced(),
    bookmarks: bookmarksIn(paper),
    points: new Map(),
    nextList: () => ++lists
  }
}

/** Where the contents and other links lead. */
export const bookmarkOf = (section: number): string => `_section${section + 1}`

const bookmarksIn = ({ sections }: Paper): Map<string, string> =>
  new Map(sections.flatMap(({ heading, anchor }, at) => (heading ? [[`#${anchor}`, bookmarkOf(at)]] : [])))
