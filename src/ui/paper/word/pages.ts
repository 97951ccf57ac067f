import type { Document } from 'docx'
import { estimatePageNumbersWith, layoutDocument } from 'docx/layout'

/**
 * Lays lines out as Word does, in the face that travels in the file. That is a guess only in that Word may have a copy of the
 * face of its own.
 */
export const pageNumbers = estimatePageNumbersWith({ guess: true })

/** How much of one page it takes, from its top to its last line; null where it takes more than one. */
export function filledOf(document: Document): number | null {
  const { pages, stoppedAt } = layoutDocument(document, { guess: true })
  const [first] = pages
  if (!first || pages.length > 1 || stoppedAt !== undefined) return null
  const feet = first.body.flatMap((block) =>
    block.type === 'paragraph' ? block.lines.map(footOf) : block.rows.map(footOf)
  )
  return Math.max(0, ...feet) / first.height
}

const footOf = ({ y, height }: { y: number; height: number }): number => y + height
