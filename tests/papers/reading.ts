/** What a reader meets, in order, whatever it was printed as. */
export type Piece =
  | { kind: 'heading'; level: number; text: string }
  /** What stands apart from the next ends with a new line. */
  | { kind: 'text'; text: string }
  | { kind: 'picture'; alt: string }
  | { kind: 'table'; head: string[]; rows: number }
export type Read = Piece[]

/** Letters and digits in order: how lines were broken, and what is set between words, is each output's own. */
export const wordsIn = (text: string): string[] =>
  text
    .normalize('NFKC')
    .replace(/\p{Cf}/gu, '')
    .match(/[\p{L}\p{N}\p{M}]+/gu) ?? []

/** "4 300", "2,5" and "2024" as one figure each. */
export const figuresIn = (text: string): string[] =>
  text
    .replace(/\p{Cf}/gu, '')
    .match(/\d+(?:[\u00a0\u202f ]\d{3}(?!\d))*(?:,\d+)?/g)
    ?.map((figure) => figure.replace(/\s/g, '')) ?? []

export const allText = (read: Read): string => read.map(textOf).join('')
const textOf = (piece: Piece): string => {
  if (piece.kind === 'heading') return `\n${piece.text}\n`
  return piece.kind === 'text' ? piece.text : ''
}

export const headingsIn = (read: Read): string[] =>
  read.flatMap((piece) =>
    piece.kind === 'heading' ? [`${'#'.repeat(piece.level)} ${wordsIn(piece.text).join(' ')}`] : []
  )
export const picturesIn = (read: Read): string[] =>
  read.flatMap((piece) => (piece.kind === 'picture' ? [piece.alt] : []))
export const tablesIn = (read: Read): { head: string[]; rows: number }[] =>
  read.flatMap((piece) => (piece.kind === 'table' ? [{ head: piece.head, rows: piece.rows }] : []))

/** The words under each heading of the second level, its own first; those before the first of them under "". */
export function sectionsIn(read: Read): { heading: string; words: string[] }[] {
  const begins = read.flatMap((piece, at) => (piece.kind === 'heading' && piece.level === 2 ? [at] : []))
  return [0, ...begins].map((from, n) => {
    const pieces = read.slice(from, begins[n])
    const [first] = n > 0 ? pieces : []
    return { heading: first ? textOf(first).trim() : '', words: wordsIn(allText(pieces)) }
  })
}
