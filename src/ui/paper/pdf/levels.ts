import type { Piece, SheetSection } from './sheet.ts'

/** Headings as deep as they were, without a leap: after the title, alone on level 1, none is more than one below the last. */
export function withoutLeaps(sections: SheetSection[]): SheetSection[] {
  let before = 1
  const next = (level: number): number => (before = Math.min(Math.max(level, 2), before + 1, 6))

  const settled = (piece: Piece): Piece => {
    switch (piece.kind) {
      case 'heading':
        return { ...piece, level: next(piece.level) }
      case 'deed':
        return {
          ...piece,
          level: piece.deed.title ? next(piece.level) : piece.level,
          deed: { ...piece.deed, pieces: piece.deed.pieces.map(settled) }
        }
      case 'quarter':
        return {
          ...piece,
          streets: piece.streets.map((street) => ({
            ...street,
            level: street.title ? next(street.level) : street.level
          }))
        }
      case 'list':
        return { ...piece, items: piece.items.map((item) => item.map(settled)) }
      case 'quote':
        return { ...piece, pieces: piece.pieces.map(settled) }
      case 'terms':
        return { ...piece, items: piece.items.map((item) => ({ ...item, pieces: item.pieces.map(settled) })) }
      default:
        return piece
    }
  }
  return sections.map((section) => ({
    ...section,
    level: section.heading ? next(section.level) : section.level,
    pieces: section.pieces.map(settled)
  }))
}
