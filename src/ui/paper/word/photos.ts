import type { Paper, PaperPhoto } from '../paper.ts'
import { everyNode } from '../every-node.ts'

export type PhotoBytes = { type: 'jpg' | 'png'; content: Uint8Array }

const begins: [PhotoBytes['type'], number[]][] = [
  ['jpg', [0xff, 0xd8, 0xff]],
  ['png', [0x89, 0x50, 0x4e, 0x47]]
]

/** Told by how its bytes begin: null for what Word files do not hold, or is no picture at all. */
export function photoBytes(content: Uint8Array): PhotoBytes | null {
  const found = begins.find(([, signature]) => signature.every((byte, at) => content[at] === byte))
  return found ? { type: found[0], content } : null
}

/** Each once. */
export function photosIn(paper: Paper): PaperPhoto[] {
  const photos = everyNode(paper).flatMap((node) => {
    if (node.type === 'picture') return [node.photo]
    return node.type === 'deeds' ? node.deeds.flatMap((deed) => deed.photos) : []
  })
  return [...new Map(photos.map((photo) => [photo.id, photo])).values()]
}
