import type { Paper, PaperPhoto } from '../paper.ts'
import { everyNode } from './every-node.ts'

export type PhotoBytes = { type: 'jpg' | 'png'; content: Uint8Array }

const types: Record<string, PhotoBytes['type']> = { 'image/jpeg': 'jpg', 'image/png': 'png' }

/** Null for a photo of a type that Word files do not hold. */
export function photoBytes({ type, content }: { type: string; content: Uint8Array }): PhotoBytes | null {
  const known = types[type]
  return known ? { type: known, content } : null
}

/** Each once. */
export function photosIn(paper: Paper): PaperPhoto[] {
  const photos = everyNode(paper).flatMap((node) => {
    if (node.type === 'picture') return [node.photo]
    return node.type === 'deeds' ? node.deeds.flatMap((deed) => deed.photos) : []
  })
  return [...new Map(photos.map((photo) => [photo.id, photo])).values()]
}
