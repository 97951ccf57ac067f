/** A piece of two texts: in both, only in the one before, only in the one after. */
export type Piece = { in: 'both' | 'before' | 'after'; text: string }

/** Words and what stands between them. */
const wordsOf = (text: string): string[] => text.match(/\s+|[\p{L}\p{N}_]+|[^\s\p{L}\p{N}_]/gu) ?? []

/** Longer changes than this are told whole: comparing them word by word would keep the house busy. */
const mostCells = 4_000_000

/** What differs between two texts, word by word. */
export function differenceOf(before: string, after: string): Piece[] {
  const [one, other] = [wordsOf(before), wordsOf(after)]
  const start = commonStart(one, other)
  const end = commonStart(one.slice(start).toReversed(), other.slice(start).toReversed())
  const [was, is] = [one.slice(start, one.length - end), other.slice(start, other.length - end)]
  const whole: Piece[] = [
    { in: 'before', text: was.join('') },
    { in: 'after', text: is.join('') }
  ]
  return joined([
    { in: 'both', text: one.slice(0, start).join('') },
    ...(was.length * is.length > mostCells ? whole : compared(was, is)),
    { in: 'both', text: one.slice(one.length - end).join('') }
  ])
}

function commonStart(one: string[], other: string[]): number {
  let at = 0
  while (at < one.length && at < other.length && one[at] === other[at]) at += 1
  return at
}

/** By their longest common sequence, walked from the beginning. */
function compared(was: string[], is: string[]): Piece[] {
  const lengths = lengthsOf(was, is)
  const width = is.length + 1
  const pieces: Piece[] = []
  let [a, b] = [0, 0]
  while (a < was.length || b < is.length) {
    const [one, other] = [was[a] ?? '', is[b] ?? '']
    if (a < was.length && b < is.length && one === other) {
      pieces.push({ in: 'both', text: one })
      a += 1
      b += 1
    } else if (
      b === is.length ||
      (a < was.length && (lengths[(a + 1) * width + b] ?? 0) >= (lengths[a * width + b + 1] ?? 0))
    ) {
      pieces.push({ in: 'before', text: one })
      a += 1
    } else {
      pieces.push({ in: 'after', text: other })
      b += 1
    }
  }
  return pieces
}

/** How long a common sequence there is from each place on. */
function lengthsOf(was: string[], is: string[]): Uint16Array {
  const width = is.length + 1
  const lengths = new Uint16Array((was.length + 1) * width)
  for (let a = was.length - 1; a >= 0; a -= 1)
    for (let b = is.length - 1; b >= 0; b -= 1)
      lengths[a * width + b] =
        was[a] === is[b]
          ? (lengths[(a + 1) * width + b + 1] ?? 0) + 1
          : Math.max(lengths[(a + 1) * width + b] ?? 0, lengths[a * width + b + 1] ?? 0)
  return lengths
}

function joined(pieces: Piece[]): Piece[] {
  const whole: Piece[] = []
  for (const piece of pieces) {
    const last = whole.at(-1)
    if (last?.in === piece.in) last.text += piece.text
    else if (piece.text) whole.push({ ...piece })
  }
  return whole
}
