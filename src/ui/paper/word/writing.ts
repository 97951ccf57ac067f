import { charactersReplaced, type Characters } from './characters.ts'
import type { PhotoBytes } from './photos.ts'
import { wordsFor, type Words } from './words.ts'
import type { Paper } from '../paper.ts'

/** What a paper is written from besides its tree. */
export type Given = {
  /** This installation's address: its own links are whole in a file that is read elsewhere. */
  origin: string
  photos: ReadonlyMap<string, PhotoBytes>
}

/** What is known while one paper is written. */
export type Writing = Given & {
  words: Words
  characters: Characters
  /** Drawings made into points, by their SVG: most houses look like another. */
  points: Map<string, Buffer>
  /** A list is numbered by itself. */
  nextList(): number
}

export function beginWriting(paper: Paper, given: Given): Writing {
  let lists = 0
  return {
    ...given,
    words: wordsFor(paper),
    characters: charactersReplaced(),
    points: new Map(),
    nextList: () => ++lists
  }
}
