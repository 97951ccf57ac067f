import { wordsIn } from './lines.ts'
import type { Piece, SheetSection } from './sheet.ts'

/** A line that closes what stands before it is not much longer than a line. */
const shortLine = 250

/** What a closing line follows keeps it: alone at the top of a page it closes nothing. So does a line that leads to a list or a table. */
export const withClosingLines = (pieces: Piece[]): Piece[] =>
  pieces.map((piece, at) => {
    const next = pieces[at + 1]
    const holds = next && ((isClosingLine(next) && canHold(piece)) || (isLed(next, at) && isLeading(piece)))
    return holds ? { ...piece, holds: true } : piece
  })

/** The last of all keeps what the paper says of itself, which is never alone on its last page. */
export const closing = (sections: SheetSection[]): SheetSection[] =>
  sections.map((section, at) =>
    at < sections.length - 1 ? section : { ...section, pieces: holdingLast(section.pieces) }
  )

const holdingLast = (pieces: Piece[]): Piece[] =>
  pieces.map((piece, at) => (at === pieces.length - 1 && canHold(piece) ? { ...piece, holds: true } : piece))

/** A list or a table, or the first heading below that of the section. */
const isLed = ({ kind }: Piece, at: number): boolean =>
  kind === 'list' || kind === 'table' || (kind === 'heading' && at === 0)

const isLeading = (piece: Piece): boolean =>
  piece.kind === 'paragraph' && wordsIn(piece.line.runs).length <= shortLine / 2

const isClosingLine = (piece: Piece): boolean =>
  piece.kind === 'paragraph' &&
  (piece.tone === 'soft' || piece.tone === 'small') &&
  wordsIn(piece.line.runs).length <= shortLine

function canHold(piece: Piece): boolean {
  switch (piece.kind) {
    case 'paragraph':
      return wordsIn(piece.line.runs).length <= 4 * shortLine
    case 'list':
      return piece.isShort
    case 'deed':
      return piece.deed.isShort
    case 'table':
      return piece.isWhole
    default:
      return false
  }
}
