import type { Coverage } from './coverage.ts'

/** Stands where a sign can't be shown. */
export const replacement = '□'

/** Says nothing by itself: where a line may end, how other signs join, in which shape. Faces need not have it. */
const silent = /^[\u200b-\u200d\ufe00-\ufe0f]$/
/** Marks that steer machines and print nothing; those that turn text round could make it read otherwise than it was written. */
const steering =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u00ad\u034f\u061c\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\u{e0000}-\u{e0fff}]/gu
/** After letters that neither join nor change their shape: some readers lose the letter before such a mark. */
const idle =
  /(?<=^|[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Z}])[\u200c\u200d\ufe00-\ufe0f]+|(?<=\p{Nd})[\u200c\u200d]+/gu
/** In no face by agreement, and refused in an accessible PDF: for private use, and no characters at all. */
const ownless = /[\p{Co}\p{Cn}\p{Cs}]/u
const plain = /^[\n\t\u0020-\u007e\u00a0-\u00ac\u00ae-\u00ff\u2013\u2014\u2018-\u201d\u2026]*$/
const signs = new Intl.Segmenter('sv', { granularity: 'grapheme' })

export type Legible = {
  (text: string): string
  /** What has been replaced so far, each once. */
  replaced: Set<string>
}

/** Makes text such that one face has all of each sign: print would leave a hole, and an accessible PDF is refused for it. */
export function legibleIn(faces: Coverage[]): Legible {
  const known = new Map<string, boolean>()
  const replaced = new Set<string>()

  const isKnown = (sign: string): boolean => {
    const points = Array.from(sign).filter((point) => !silent.test(point))
    const codes = points.map((point) => point.codePointAt(0) ?? 0)
    return !ownless.test(sign) && faces.some((face) => codes.every((code) => face.has(code)))
  }
  const shown = (sign: string): string => {
    let is = known.get(sign)
    if (is === undefined) known.set(sign, (is = isKnown(sign)))
    if (is) return sign
    if (/^\s+$/.test(sign)) return sign === '\n' || sign === '\t' ? sign : ' '
    replaced.add(sign)
    return replacement
  }
  const legible = (text: string): string => {
    if (plain.test(text)) return text
    const clean = text.toWellFormed().replace(steering, '').replace(idle, '').normalize('NFC')
    return Array.from(signs.segment(clean), ({ segment }) => shown(segment)).join('')
  }
  return Object.assign(legible, { replaced })
}
