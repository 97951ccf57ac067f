import { getLocale } from '#ui/words/locale.ts'
import { m } from '#ui/words/messages.ts'
import type { Node, Paper, PaperPhoto } from '../paper.ts'
import type { From } from '../rendering.ts'
import { charactersTold, type Characters } from './characters.ts'

export type PhotoBytes = { type: 'jpg' | 'png'; content: Uint8Array }

/** What is known while one paper is written. */
export type Writing = {
  origin: string
  language: string
  /** Of what people wrote, where it is another. */
  foreign: string
  characters: Characters
  photos: ReadonlyMap<string, PhotoBytes>
  /** Drawings made into points, by their SVG: most houses look like another. */
  points: Map<string, Buffer>
  /** A list is numbered by itself. */
  nextList(): number
  told: string[]
}

const territories: Record<string, string> = { sv: 'sv-SE', en: 'en-GB' }
const tagOf = (language: string) => territories[language] ?? language

export async function beginWriting(paper: Paper, from: From): Promise<Writing> {
  let lists = 0
  const photos = photosOf(paper)
  const bytes = await Promise.all(photos.map(async ({ id }) => [id, await bytesOf(from, id)] as const))
  const found = new Map(bytes.filter((one): one is [string, PhotoBytes] => one[1] !== null))
  return {
    origin: from.origin,
    language: tagOf(getLocale()),
    foreign: tagOf(paper.language),
    characters: charactersTold(),
    photos: found,
    points: new Map(),
    nextList: () => ++lists,
    told: photos.filter(({ id }) => !found.has(id)).map(({ alt }) => m.word_told_photo({ alt }))
  }
}

const types: Record<string, PhotoBytes['type']> = { 'image/jpeg': 'jpg', 'image/png': 'png' }

async function bytesOf(from: From, id: string): Promise<PhotoBytes | null> {
  const photo = await from.photo(id)
  const type = photo && types[photo.type]
  return type ? { type, content: photo.content } : null
}

/** Each once. */
function photosOf(paper: Paper): PaperPhoto[] {
  const photos = paper.sections.flatMap(({ nodes }) => nodes.flatMap(photosIn))
  return [...new Map(photos.map((photo) => [photo.id, photo])).values()]
}

function photosIn(node: Node): PaperPhoto[] {
  switch (node.type) {
    case 'picture':
      return [node.photo]
    case 'deeds':
      return node.deeds.flatMap(({ text, photos }) => [...text.flatMap(photosIn), ...photos])
    case 'list':
      return node.items.flat().flatMap(photosIn)
    case 'quote':
      return node.children.flatMap(photosIn)
    case 'terms':
      return node.items.flatMap(({ children }) => children.flatMap(photosIn))
    default:
      return []
  }
}
